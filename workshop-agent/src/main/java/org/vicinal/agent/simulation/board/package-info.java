/**
 * What every simulated board has: a clock that is given to it, a planner with few blocks, heaters
 * that obey physics, and switches for what builds differ in.
 *
 * <p>Start with {@link org.vicinal.agent.simulation.board.SimulatedFirmware}. The boards have no
 * thread and read no clock, so a test drives them one step at a time. Knows no protocol: those are
 * the packages {@code marlin} and {@code grbl} beside it.
 */
@NullMarked
package org.vicinal.agent.simulation.board;

import org.jspecify.annotations.NullMarked;
