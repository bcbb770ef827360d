/**
 * Moves become seconds, the way a firmware's planner spends them. Start with {@link
 * org.vicinal.gcode.time.Planner}; the formulas of each firmware stand in the classes that extend
 * {@code WindowPlanner}.
 */
@NullMarked
package org.vicinal.gcode.time;

import org.jspecify.annotations.NullMarked;
