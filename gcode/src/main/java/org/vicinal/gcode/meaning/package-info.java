/**
 * Words become moves, temperatures, tools and findings. Start with {@link
 * org.vicinal.gcode.meaning.Interpreter}: one kind for printers, where a line is one command with
 * parameters, and one for mills, where a line is a set of modal words executed in a fixed order.
 */
@NullMarked
package org.vicinal.gcode.meaning;

import org.jspecify.annotations.NullMarked;
