@NullMarked
package org.vicinal.gcode.time;

import org.jspecify.annotations.NullMarked;
