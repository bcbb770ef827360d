package org.vicinal.gcode.meaning;

/** What stays in force from line to line on a mill. Mutable; belongs to one interpreter. */
final class MillModes {
  /** Millimetres per unit of the program: 1 or 25.4. */
  double unit = 1;

  boolean unitStated;
  boolean relative;
  boolean absoluteCenter;
  boolean inverseTime;
  boolean perRevolution;

  /** Millimetres per minute, or per turn under G95. */
  double feed;

  /** The motion in force, in tenths: 10 is G1, 800 is none. */
  int motion;

  /** 17, 18 or 19. */
  int plane = 17;

  /** G99: drilling cycles go back to R only. */
  boolean returnToR;

  /** G7: x is a diameter. */
  boolean diameter;

  boolean spindleOn;
  double spindle;

  /** What a word of an axis means: millimetres of x to z and u to w, degrees of a to c. */
  double millimetres(int axis, double value) {
    if (axis >= 3 && axis < 6) {
      return value;
    }
    return axis == 0 && diameter ? value * unit / 2 : value * unit;
  }

  /** Takes over what M70 keeps, which is all but the motion in force. */
  void takeOver(MillModes kept) {
    unit = kept.unit;
    unitStated |= kept.unitStated;
    relative = kept.relative;
    absoluteCenter = kept.absoluteCenter;
    inverseTime = kept.inverseTime;
    perRevolution = kept.perRevolution;
    feed = kept.feed;
    plane = kept.plane;
    returnToR = kept.returnToR;
    diameter = kept.diameter;
    spindleOn = kept.spindleOn;
    spindle = kept.spindle;
  }
}
