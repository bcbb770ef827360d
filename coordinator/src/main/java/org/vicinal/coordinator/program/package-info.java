/**
 * What the programs and models that people bring ask of a machine, read from their bytes.
 *
 * <p>Start at {@link org.vicinal.coordinator.program.Programs}. The reading itself is {@code
 * gcode}'s and {@code mesh}'s; here it becomes a {@link org.vicinal.messages.work.Requirement}, or
 * a refusal with the line. What somebody typed beside a file never overrules the file.
 */
@NullMarked
package org.vicinal.coordinator.program;

import org.jspecify.annotations.NullMarked;
