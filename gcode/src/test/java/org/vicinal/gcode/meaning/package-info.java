@NullMarked
package org.vicinal.gcode.meaning;

import org.jspecify.annotations.NullMarked;
