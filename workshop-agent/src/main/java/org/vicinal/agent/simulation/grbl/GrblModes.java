package org.vicinal.agent.simulation.grbl;

import java.util.Locale;

/** What stays from one line to the next, as after a reset until a program changes it. */
final class GrblModes {
  int motion; // 0, 1, 2, 3, 80, or 382..385 for G38.2 to G38.5
  int plane = 17;
  int system = 54;
  boolean inches;
  boolean relative;
  boolean inverseTime;
  int spindle = 5;
  boolean flood;
  int tool;
  double feed;
  double speed;

  /** Takes over what a line says about how lines are read. */
  void take(GrblBlock block) {
    inches = block.units >= 0 ? block.units == 20 : inches;
    inverseTime = block.feedMode >= 0 ? block.feedMode == 93 : inverseTime;
    plane = block.plane >= 0 ? block.plane : plane;
    relative = block.distance >= 0 ? block.distance == 91 : relative;
  }

  /** Takes over what a line says about spindle and coolant. */
  void takeOutputs(GrblBlock block) {
    spindle = block.spindle >= 0 ? block.spindle : spindle;
    flood = block.coolant >= 0 ? block.coolant == 8 : flood;
  }

  /** What M2 and M30 set back. */
  void programEnd() {
    motion = 1;
    plane = 17;
    relative = false;
    inverseTime = false;
    system = 54;
    spindle = 5;
    flood = false;
  }

  double unit() {
    return inches ? 25.4 : 1;
  }

  String report() {
    String moving = motion > 100 ? "G38." + motion % 10 : "G" + motion;
    return String.format(
        Locale.ROOT,
        "[GC:%s G%d G%d G%d G%d G%d M%d M%d T%d F%s S%s]",
        moving,
        system,
        plane,
        inches ? 20 : 21,
        relative ? 91 : 90,
        inverseTime ? 93 : 94,
        spindle,
        flood ? 8 : 9,
        tool,
        trim(feed / unit()),
        trim(speed));
  }

  private static String trim(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
