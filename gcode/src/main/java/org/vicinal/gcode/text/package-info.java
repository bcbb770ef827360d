/**
 * Bytes become lines and words. Start with {@link org.vicinal.gcode.text.WordReader}: one pass over
 * a fixed buffer, nothing allocated per line. It knows how a word is written and nothing of what it
 * does.
 */
@NullMarked
package org.vicinal.gcode.text;

import org.jspecify.annotations.NullMarked;
