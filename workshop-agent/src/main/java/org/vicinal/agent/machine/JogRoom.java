package org.vicinal.agent.machine;

import java.util.Locale;
import java.util.Optional;
import org.vicinal.gcode.Box;

/**
 * Where a tool may go by hand, counted as {@link #place} counts: a mill's in its own coordinates,
 * around a stock whose origin is confirmed, else no farther from here than the machine is long; a
 * printer's from where it stands, because it knows its own ends once it has been homed.
 *
 * @param stock whether it is the space around a stock
 */
record JogRoom(Box box, boolean stock) {
  static final JogRoom NONE =
      new JogRoom(
          new Box(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN), false);

  private static final double SLACK = 0.01;

  static JogRoom of(Turning turn) {
    double[] here = place(turn, new double[3]);
    Knowledge knowledge = turn.standing().knowledge();
    if (!turn.firmware().numbered()
        && !knowledge.origin().isEmpty()
        && knowledge.findStock().isPresent()) {
      Telemetry told = turn.link().telemetry();
      double[] work = WorkPlace.ofWork(told.reading(), told.known());
      Box around = knowledge.findStock().get().envelope();
      return new JogRoom(
          box(
              new double[] {around.minX(), around.minY(), around.minZ()},
              new double[] {around.maxX(), around.maxY(), around.maxZ()},
              new double[] {here[0] - work[0], here[1] - work[1], here[2] - work[2]}),
          true);
    }
    MachineLimits limits = turn.standing().settings().limits();
    double[] size = {limits.widthMm(), limits.depthMm(), limits.heightMm()};
    return new JogRoom(box(new double[] {-size[0], -size[1], -size[2]}, size, here), false);
  }

  private static Box box(double[] least, double[] most, double[] zero) {
    return new Box(
        least[0] + zero[0],
        least[1] + zero[1],
        least[2] + zero[2],
        most[0] + zero[0],
        most[1] + zero[1],
        most[2] + zero[2]);
  }

  /**
   * Where the tool stands; NaN while nobody knows.
   *
   * @param gone how far a printer's has gone since it was asked first, in mm
   */
  static double[] place(Turning turn, double[] gone) {
    Telemetry told = turn.link().telemetry();
    return turn.firmware().numbered() ? gone : WorkPlace.ofMachine(told.reading(), told.known());
  }

  boolean known() {
    return !Double.isNaN(box.minX() + box.minY() + box.minZ());
  }

  static String nowhere(Turning turn) {
    return "%s has not yet said where it stands. Ask again in a second.".formatted(turn.name());
  }

  /** Why this way is too far, if it is. */
  Optional<String> findObjection(Turning turn, Jog way) {
    if (!known()) {
      return Optional.of(nowhere(turn));
    }
    double[] here = place(turn, new double[3]);
    for (int axis = 0; axis < 3; axis++) {
      if (leaves(axis, here[axis], way.along(axis)) && !(stock && way.beyond())) {
        return Optional.of(words(axis, here[axis], way.along(axis)));
      }
    }
    return Optional.empty();
  }

  /** Whether it would be outside; who is outside may come back. */
  boolean leaves(int axis, double here, double way) {
    return (way > 0 && here + way > most(axis) + SLACK)
        || (way < 0 && here + way < least(axis) - SLACK);
  }

  private double least(int axis) {
    return axis == 0 ? box.minX() : axis == 1 ? box.minY() : box.minZ();
  }

  private double most(int axis) {
    return axis == 0 ? box.maxX() : axis == 1 ? box.maxY() : box.maxZ();
  }

  private String words(int axis, double here, double way) {
    double left = Math.max(0, way > 0 ? most(axis) - here : here - least(axis));
    String where = stock ? "the space around the confirmed stock" : "the machine's own length";
    String next =
        stock
            ? "Go less far, confirm another stock, or say that it may go beyond (--beyond) and look."
            : "Go less far.";
    return String.format(
        Locale.ROOT,
        "Expected %s to stay within %s, which leaves %.1f mm that way, found %.1f mm. %s",
        "XYZ".charAt(axis),
        where,
        left,
        Math.abs(way),
        next);
  }
}
