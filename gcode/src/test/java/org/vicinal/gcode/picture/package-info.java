@NullMarked
package org.vicinal.gcode.picture;

import org.jspecify.annotations.NullMarked;
