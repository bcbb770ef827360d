@NullMarked
package org.vicinal.gcode.cli;

import org.jspecify.annotations.NullMarked;
