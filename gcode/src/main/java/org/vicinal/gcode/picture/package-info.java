/**
 * What a program looks like: {@link org.vicinal.gcode.picture.Picture} draws PNG and SVG with the
 * JDK alone, and writes the way of the tool as a compact file for a browser ({@link
 * org.vicinal.gcode.picture.PathFile} describes it). A program is read twice: once for its box,
 * once to draw; nothing of it is kept.
 */
@NullMarked
package org.vicinal.gcode.picture;

import org.jspecify.annotations.NullMarked;
