/**
 * What the demo shows: progress bars on a terminal, plain lines elsewhere.
 *
 * <p>Start at {@link org.vicinal.demo.screen.Screen}. It knows neither orders nor processes.
 */
@NullMarked
package org.vicinal.demo.screen;

import org.jspecify.annotations.NullMarked;
