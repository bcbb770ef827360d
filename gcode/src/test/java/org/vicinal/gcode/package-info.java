@NullMarked
package org.vicinal.gcode;

import org.jspecify.annotations.NullMarked;
