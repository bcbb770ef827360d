package org.vicinal.agent.simulation.grbl;

import java.util.List;
import org.vicinal.agent.simulation.board.Chords;
import org.vicinal.gcode.time.Arc;

/** The way along an arc, or why GRBL would not take it. */
final class GrblGeometry {

  private GrblGeometry() {}

  /** The points of an arc, or the error for which it is refused. */
  record Way(List<double[]> points, int error) {
    static Way refused(int error) {
      return new Way(List.of(), error);
    }
  }

  /** The way of G2 (clockwise) or G3 from one point to another in the selected plane. */
  static Way arc(GrblBlock block, GrblMachine machine, boolean clockwise, double[] to) {
    Arc arc = new Arc();
    arc.plane(machine.modes.plane);
    System.arraycopy(machine.parsed(), 0, arc.from, 0, 3);
    System.arraycopy(to, 0, arc.to, 0, 3);
    double unit = machine.modes.unit();
    double dx = to[arc.axis0] - arc.from[arc.axis0];
    double dy = to[arc.axis1] - arc.from[arc.axis1];
    if (block.axisWordsOf(arc.axis0, arc.axis1) == 0) {
      return Way.refused(32);
    }
    block.useAxes();
    int error =
        block.has('R')
            ? byRadius(arc, block.use('R') * unit, clockwise, dx, dy)
            : byCentre(arc, block, unit, dx, dy);
    if (error != 0) {
      return Way.refused(error);
    }
    arc.derive(clockwise, 1);
    return new Way(Chords.withTolerance(arc, machine.settings.number(12)), 0);
  }

  private static int byRadius(Arc arc, double radius, boolean clockwise, double dx, double dy) {
    if (dx == 0 && dy == 0) {
      return 33;
    }
    double under = 4 * radius * radius - dx * dx - dy * dy;
    if (under < 0) {
      return 34;
    }
    double h = -Math.sqrt(under) / Math.hypot(dx, dy);
    if (!clockwise) {
      h = -h;
    }
    if (radius < 0) {
      h = -h;
    }
    arc.center0 = arc.from[arc.axis0] + 0.5 * (dx - dy * h);
    arc.center1 = arc.from[arc.axis1] + 0.5 * (dy + dx * h);
    return 0;
  }

  private static int byCentre(Arc arc, GrblBlock block, double unit, double dx, double dy) {
    char i = "IJK".charAt(arc.axis0);
    char j = "IJK".charAt(arc.axis1);
    if (!block.has(i) && !block.has(j)) {
      return 35;
    }
    double ox = block.has(i) ? block.use(i) * unit : 0;
    double oy = block.has(j) ? block.use(j) * unit : 0;
    double radius = Math.hypot(ox, oy);
    double off = Math.abs(Math.hypot(dx - ox, dy - oy) - radius);
    if (off > 0.5 || (off > 0.005 && off > 0.001 * radius)) {
      return 33;
    }
    arc.center0 = arc.from[arc.axis0] + ox;
    arc.center1 = arc.from[arc.axis1] + oy;
    return 0;
  }
}
