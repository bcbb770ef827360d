/**
 * The door for the workshop's own slicer: PrusaSlicer, OrcaSlicer, SuperSlicer and Cura send their
 * programs to it as to an OctoPrint host, one address for each machine.
 *
 * <p>Start at {@link org.vicinal.agent.upload.SlicerDoor}: what a slicer asks, and what it is
 * answered. {@link org.vicinal.agent.upload.Reception} brings a program in through {@link
 * org.vicinal.agent.upload.Multipart} and has it checked; {@link org.vicinal.agent.upload.Kept} are
 * those that were sent without being queued. What happens with a program behind {@link
 * org.vicinal.agent.upload.Counter} is not known here.
 */
@NullMarked
package org.vicinal.agent.upload;

import org.jspecify.annotations.NullMarked;
