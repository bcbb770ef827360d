/**
 * What went over a machine's line, byte for byte, and how quickly: kept for the moment when
 * something goes wrong.
 *
 * <p>Start at {@link org.vicinal.agent.recorder.Recorder}, one per machine. {@link
 * org.vicinal.agent.recorder.RecordedLine} is put between the machine and its port. It knows bytes
 * and times, no firmware and no runs.
 */
@NullMarked
package org.vicinal.agent.recorder;

import org.jspecify.annotations.NullMarked;
