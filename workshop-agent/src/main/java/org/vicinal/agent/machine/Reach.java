package org.vicinal.agent.machine;

import org.vicinal.gcode.Box;

/**
 * Where a program goes, counted from its zero.
 *
 * @param all every move, beginning where the tool is taken to stand: at the zero
 * @param cutting only those at a feed; empty for a program without any
 */
public record Reach(Box all, Box cutting) {

  /** What a person is shown before it is cut; travel around it is higher up anyway. */
  Box shown() {
    Box sides = cutting.isEmpty() ? all : cutting;
    return new Box(sides.minX(), sides.minY(), all.minZ(), sides.maxX(), sides.maxY(), all.maxZ());
  }
}
