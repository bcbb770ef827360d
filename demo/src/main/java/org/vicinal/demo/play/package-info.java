/**
 * The four orders of the demo, and how each should end.
 *
 * <p>Start at {@link org.vicinal.demo.play.Play}.
 */
@NullMarked
package org.vicinal.demo.play;

import org.jspecify.annotations.NullMarked;
