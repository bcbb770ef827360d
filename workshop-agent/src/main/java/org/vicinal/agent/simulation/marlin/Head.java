package org.vicinal.agent.simulation.marlin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vicinal.agent.simulation.board.Chords;
import org.vicinal.agent.simulation.board.MotionBuffer;
import org.vicinal.gcode.time.Arc;

/**
 * The print head as Marlin plans it: where it will be, how it reads coordinates, how fast it goes.
 * Millimetres; inches end here.
 */
final class Head {
  private final double[] at = new double[4];
  private final double[] shift = new double[3]; // from coordinates to where the motors are, G92
  private final double[] box;
  private final MotionBuffer moves;
  private boolean absolute = true;
  private boolean absoluteExtruder = true;
  private boolean inches;
  private double feedMmPerMin = 1500;
  private double feedPercent = 100;

  Head(double[] box, MotionBuffer moves) {
    this.box = box;
    this.moves = moves;
  }

  /**
   * The points of a move, with what each extrudes, and takes them as reached.
   *
   * @param cold whether nothing may be extruded
   */
  List<double[]> route(MarlinWords words, boolean cold) {
    if (words.has('F')) {
      feedMmPerMin = Math.max(1, words.value('F', 1500) * unit());
    }
    double[] from = at.clone();
    for (int axis = 0; axis < 4; axis++) {
      move(words, axis);
    }
    double extruded = cold ? 0 : at[3] - from[3];
    boolean arc = words.command().equals("G2") || words.command().equals("G3");
    List<double[]> points = arc ? arc(words, from) : List.of(new double[] {at[0], at[1], at[2]});
    return points.stream()
        .map(p -> new double[] {p[0], p[1], p[2], extruded / points.size()})
        .toList();
  }

  private void move(MarlinWords words, int axis) {
    char letter = "XYZE".charAt(axis);
    if (!words.has(letter)) {
      return;
    }
    double wanted = words.value(letter, 0) * unit();
    boolean relative = axis == 3 ? !absoluteExtruder : !absolute;
    double to = relative ? at[axis] + wanted : wanted;
    at[axis] = axis < 3 ? Math.clamp(to, 0, box[axis]) : to; // software endstops
  }

  private List<double[]> arc(MarlinWords words, double[] from) {
    Arc arc = new Arc();
    System.arraycopy(from, 0, arc.from, 0, 3);
    System.arraycopy(at, 0, arc.to, 0, 3);
    boolean clockwise = words.command().equals("G2");
    double i = words.value('I', 0) * unit();
    double j = words.value('J', 0) * unit();
    if (words.has('R')) {
      double[] offset = centre(words.value('R', 0) * unit(), clockwise, from);
      i = offset[0];
      j = offset[1];
    }
    if (i == 0 && j == 0) {
      return List.of(new double[] {at[0], at[1], at[2]}); // the firmware says so and goes straight
    }
    arc.center0 = from[0] + i;
    arc.center1 = from[1] + j;
    arc.derive(clockwise, 1);
    return Chords.ofLength(arc, 1);
  }

  private double[] centre(double radius, boolean clockwise, double[] from) {
    double dx = (at[0] - from[0]) / 2;
    double dy = (at[1] - from[1]) / 2;
    double half = Math.hypot(dx, dy);
    if (half == 0) {
      return new double[2];
    }
    double h = Math.sqrt(Math.max(0, radius * radius - half * half)) / half;
    double side = clockwise == radius > 0 ? h : -h;
    return new double[] {dx + side * dy, dy - side * dx};
  }

  /** Plans one point of a route. */
  void plan(double[] point, long now) {
    double[] to = {point[0] + shift[0], point[1] + shift[1], point[2] + shift[2]};
    moves.add(to, point[3], feedMmPerMin * feedPercent / 100, false, now);
  }

  /** What a move would extrude, in millimetres of filament. */
  double extrusion(MarlinWords words) {
    if (!words.has('E')) {
      return 0;
    }
    double wanted = words.value('E', 0) * unit();
    return absoluteExtruder ? wanted - at[3] : wanted;
  }

  void home() {
    at[0] = 0;
    at[1] = 0;
    at[2] = 0;
    Arrays.fill(shift, 0);
    moves.place(new double[3]);
  }

  /** After a quick stop: where the motors are. */
  void resynchronise() {
    double[] motors = moves.target();
    for (int axis = 0; axis < 3; axis++) {
      at[axis] = motors[axis] - shift[axis];
    }
  }

  void setPosition(MarlinWords words) {
    for (int axis = 0; axis < 4; axis++) {
      char letter = "XYZE".charAt(axis);
      if (words.has(letter)) {
        double here = words.value(letter, 0) * unit();
        if (axis < 3) {
          shift[axis] += at[axis] - here;
        }
        at[axis] = here;
      }
    }
  }

  void absolute(boolean on) {
    absolute = on;
    absoluteExtruder = on;
  }

  void absoluteExtruder(boolean on) {
    absoluteExtruder = on;
  }

  void inches(boolean on) {
    inches = on;
  }

  void feedPercent(double percent) {
    feedPercent = Math.clamp(percent, 10, 999);
  }

  double unit() {
    return inches ? 25.4 : 1;
  }

  void restart() {
    absolute(true);
    inches(false);
    feedMmPerMin = 1500;
    feedPercent = 100;
  }

  String shown() {
    return String.format(
        Locale.ROOT,
        "X:%.2f Y:%.2f Z:%.2f E:%.2f Count X:%d Y:%d Z:%d",
        at[0],
        at[1],
        at[2],
        at[3],
        Math.round(at[0] * 80),
        Math.round(at[1] * 80),
        Math.round(at[2] * 400));
  }
}
