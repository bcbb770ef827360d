package org.vicinal.agent.simulation.board;

import java.util.List;
import java.util.stream.IntStream;
import org.vicinal.gcode.time.Arc;

/** The straight pieces that firmwares make of an arc: each is a block of its own. */
public final class Chords {
  private static final int MOST = 100_000;

  private Chords() {}

  /** As GRBL does: no further from the arc than this many millimetres. */
  public static List<double[]> withTolerance(Arc arc, double tolerance) {
    double most = Math.max(1e-4, tolerance);
    double chord = Math.sqrt(most * (2 * arc.radius - most));
    return points(arc, chord > 0 ? Math.abs(0.5 * arc.sweep * arc.radius) / chord : 1);
  }

  /** As Marlin does: about this many millimetres each. */
  public static List<double[]> ofLength(Arc arc, double millimetres) {
    return points(arc, arc.length() / millimetres);
  }

  private static List<double[]> points(Arc arc, double wanted) {
    int chords = (int) Math.clamp(wanted, 1, MOST);
    return IntStream.rangeClosed(1, chords).mapToObj(i -> point(arc, i, chords)).toList();
  }

  private static double[] point(Arc arc, int i, int chords) {
    if (i == chords) {
      return arc.to.clone();
    }
    double[] at = new double[3];
    arc.point((double) i / chords, at);
    return at;
  }
}
