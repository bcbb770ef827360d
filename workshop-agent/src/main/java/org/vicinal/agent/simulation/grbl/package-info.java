/**
 * GRBL 1.1 and grblHAL as a host meets them: a ring that overflows silently, bytes that act at once
 * wherever they stand, one answer to each line, alarms, holds and resets.
 *
 * <p>Start with {@link org.vicinal.agent.simulation.grbl.SimulatedGrbl}, which takes the bytes; the
 * state that they change is {@code GrblController}, lines are answered in {@code GrblDialogue},
 * G-code is carried out in {@code GrblProgram}. What is modelled and what is left out is listed in
 * {@code docs/firmware.md}.
 */
@NullMarked
package org.vicinal.agent.simulation.grbl;

import org.jspecify.annotations.NullMarked;
