/**
 * Marlin 2 and its relatives as a host meets them: lines with numbers and checksums, a queue of
 * four, answers that come when a command is handled, and a printer that moves and warms.
 *
 * <p>Start with {@link org.vicinal.agent.simulation.marlin.SimulatedMarlin}, which owns the clock;
 * in what builds differ is in {@link org.vicinal.agent.simulation.marlin.MarlinSwitches}. What is
 * modelled and what is left out is listed in {@code docs/firmware.md}.
 */
@NullMarked
package org.vicinal.agent.simulation.marlin;

import org.jspecify.annotations.NullMarked;
