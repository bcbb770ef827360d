/**
 * One town on one machine: the demo, and what needs both sides of Vicinal at once.
 *
 * <p>Start at {@link org.vicinal.demo.DemoMain}. {@code town} knows the processes, {@code client}
 * speaks with the coordinator as anybody would, {@code play} has the orders, {@code screen} shows
 * them. Nobody depends on this module.
 */
@NullMarked
package org.vicinal.demo;

import org.jspecify.annotations.NullMarked;
