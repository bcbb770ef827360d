/**
 * Firmwares and machines that exist only as models: bytes in, bytes out, with a clock that is given
 * to them.
 *
 * <p>Start with {@link org.vicinal.agent.simulation.SimulatedFirmware}. The models have no thread
 * and read no clock, so a test drives them one step at a time; {@link
 * org.vicinal.agent.simulation.SimulateMain} puts one behind a pseudo-terminal in a process of its
 * own, where it cannot be told from a board on a cable.
 *
 * <p>They refuse what the real firmwares refuse and answer as those answer. What they model and
 * what they leave out is listed in {@code docs/firmware.md}.
 */
@NullMarked
package org.vicinal.agent.simulation;

import org.jspecify.annotations.NullMarked;
