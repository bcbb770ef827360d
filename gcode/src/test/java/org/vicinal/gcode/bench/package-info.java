@org.jspecify.annotations.NullMarked
package org.vicinal.gcode.bench;
