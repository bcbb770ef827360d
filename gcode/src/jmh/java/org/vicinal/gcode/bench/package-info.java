/**
 * What {@code ./vicinal gcode bench} measures, measured by JMH: {@code mvn -Pbench -pl gcode
 * verify}.
 */
@org.jspecify.annotations.NullMarked
package org.vicinal.gcode.bench;
