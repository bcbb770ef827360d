package org.vicinal.agent.simulation;

import java.util.Locale;

/** The printer that Marlin drives: where its head is, how warm it is, how fast it can move. */
final class Printer {
  final Heater hotend = new Heater(400, 120);
  final Heater bed = new Heater(140, 220);
  final MotionQueue moves = new MotionQueue(16);
  private final double[] at = new double[4];
  private final double[] box;
  private boolean absolute = true;
  private boolean absoluteExtruder = true;
  private boolean inches;
  private double feed = 25;
  private double acceleration = 1000;

  Printer(double[] box) {
    this.box = box;
  }

  /** Takes a move and gives how long it will last in seconds of the machine's time. */
  double move(MarlinWords words) {
    if (words.has('F')) {
      feed = Math.max(0.1, words.value('F', 1500) * unit() / 60);
    }
    double squares = 0;
    for (int axis = 0; axis < 4; axis++) {
      char letter = "XYZE".charAt(axis);
      if (!words.has(letter)) {
        continue;
      }
      double wanted = words.value(letter, 0) * unit();
      boolean relative = axis == 3 ? !absoluteExtruder : !absolute;
      double to = relative ? at[axis] + wanted : wanted;
      if (axis < 3) {
        to = Math.clamp(to, 0, box[axis]); // software endstops
      }
      double way = to - at[axis];
      squares += axis < 3 || squares == 0 ? way * way : 0;
      at[axis] = to;
    }
    double way = Math.sqrt(squares);
    return way == 0 ? 0 : way / feed + 0.1 * Math.min(feed / acceleration, way / feed);
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
  }

  void setPosition(MarlinWords words) {
    for (int axis = 0; axis < 4; axis++) {
      char letter = "XYZE".charAt(axis);
      if (words.has(letter)) {
        at[axis] = words.value(letter, 0) * unit();
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

  void acceleration(double mmPerSecond2) {
    if (mmPerSecond2 > 0) {
      acceleration = mmPerSecond2;
    }
  }

  private double unit() {
    return inches ? 25.4 : 1;
  }

  void heatersOff() {
    hotend.aimAt(0);
    bed.aimAt(0);
  }

  /** As after a reset: modes as built, heaters off; what is warm stays warm. */
  void restart() {
    heatersOff();
    moves.clear();
    absolute(true);
    inches(false);
    feed = 25;
  }

  String temperatures() {
    return String.format(
        Locale.ROOT,
        "T:%.2f /%.2f B:%.2f /%.2f @:%d B@:%d",
        hotend.celsius(),
        hotend.target(),
        bed.celsius(),
        bed.target(),
        hotend.target() > 0 ? 64 : 0,
        bed.target() > 0 ? 64 : 0);
  }

  String position() {
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
