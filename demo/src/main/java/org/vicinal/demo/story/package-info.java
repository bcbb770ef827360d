/**
 * Five lives of an order, each to its end: what people say after the machines have stopped.
 *
 * <p>Start at {@link org.vicinal.demo.story.Stories}. Machines are simulated, everything else is
 * real; customers, workshops and a mediator speak as they would with the page and the commands.
 */
@NullMarked
package org.vicinal.demo.story;

import org.jspecify.annotations.NullMarked;
