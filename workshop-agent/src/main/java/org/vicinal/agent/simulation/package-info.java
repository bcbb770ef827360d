/**
 * How simulated boards are reached: in this process, behind a pseudo-terminal, over a good or a bad
 * cable.
 *
 * <p>Start with {@link org.vicinal.agent.simulation.Simulation}, which makes a board of a name such
 * as {@code simulated:marlin?speed=10}. {@link org.vicinal.agent.simulation.SimulateMain} puts one
 * behind a pseudo-terminal in a process of its own, where it cannot be told from a board on a
 * cable; {@link org.vicinal.agent.simulation.CabledBoard} and {@link
 * org.vicinal.agent.simulation.Faults} are the cable.
 *
 * <p>The boards themselves are in {@code marlin} and {@code grbl}; they refuse what the real
 * firmwares refuse and answer as those answer. What they model and what they leave out is listed in
 * {@code docs/firmware.md}.
 */
@NullMarked
package org.vicinal.agent.simulation;

import org.jspecify.annotations.NullMarked;
