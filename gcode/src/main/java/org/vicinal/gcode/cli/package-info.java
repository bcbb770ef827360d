/**
 * The command line of the library: {@link org.vicinal.gcode.cli.GcodeMain} chooses a command, each
 * command is a class, {@link org.vicinal.gcode.cli.Arguments} reads what was typed. Nothing else
 * uses this package.
 */
@NullMarked
package org.vicinal.gcode.cli;

import org.jspecify.annotations.NullMarked;
