/**
 * What a program means: read any G-code, say what it would do on a machine, how long that takes and
 * whether it may run.
 *
 * <p>Start with {@link org.vicinal.gcode.Inspector}: it reads a program once, in constant memory,
 * and gives an {@link org.vicinal.gcode.Inspection}. What a machine can do and how its planner
 * thinks is a {@link org.vicinal.gcode.MachineLimits}. {@link org.vicinal.gcode.WireForm} reduces a
 * program to the bytes that go out.
 *
 * <p>This package holds the words that others use; the work is done beneath it: {@code text} turns
 * bytes into words, {@code meaning} turns words into moves, {@code time} turns moves into seconds.
 * Those are not for other modules. Nothing here knows of ports, networks or people, and nothing
 * outside {@code java.*} is imported.
 *
 * <p>Units: millimetres, millimetres per second where a name says so and per minute for feeds,
 * degrees Celsius, seconds. Inches end at the parser. Lines and columns count from 1.
 */
@NullMarked
package org.vicinal.gcode;

import org.jspecify.annotations.NullMarked;
