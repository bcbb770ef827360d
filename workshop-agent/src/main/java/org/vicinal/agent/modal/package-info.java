/**
 * What the lines that a machine has taken have made of it: where its tool stands, in which modes,
 * how hot and how fast. Pure values and functions.
 *
 * <p>Start with {@link org.vicinal.agent.modal.Modal}. {@link org.vicinal.agent.modal.Parking}
 * makes of it the lines that take the tool off the part at a pause and bring it back; {@link
 * org.vicinal.agent.modal.Rejoining} the lines that would let an interrupted program go on.
 *
 * <p>It follows what a firmware was told, not what its steppers did: a position here is where the
 * tool was sent. It reads wire lines only, without comments; what a whole program means, and
 * whether it may run, is known to the G-code library.
 */
@NullMarked
package org.vicinal.agent.modal;

import org.jspecify.annotations.NullMarked;
