package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Arc;
import org.vicinal.gcode.time.Planner;

/** Where the nozzle is, and G0 to G3 and G5. Machine millimetres, mm/s. */
final class PrinterMotion {
  static final double MOST_MM = 1e7;
  private static final int CHORDS = 64;
  private static final int MOST_TURNS = 100;

  private final PrinterLine line;
  private final WordReader words;
  private final Dialect dialect;
  private final Planner planner;
  private final Tally tally;
  private final Extruder extruder;
  private final PrinterPlaces places;
  private final Arc arc;

  double x;
  double y;
  double z;
  double feed = 25;

  /** Millimetres per unit of the program: 1 or 25.4. */
  double unit = 1;

  boolean relative;

  /** What is added to a programmed coordinate; {@link PrinterPlaces} keeps it. */
  final double[] offset = new double[3];

  // what the words of the present arc or curve say
  private final double[] center = new double[3];
  private double extrusion;
  private double radius;
  private double p;
  private double q;
  private boolean centered;

  PrinterMotion(PrinterLine line, Interpreter lines, Extruder extruder) {
    this.line = line;
    this.extruder = extruder;
    words = line.words;
    dialect = lines.dialect;
    planner = lines.planner;
    tally = lines.tally;
    arc = lines.arc;
    places = new PrinterPlaces(line, this, lines, extruder);
  }

  PrinterPlaces places() {
    return places;
  }

  /** G0 and G1. */
  void move(boolean rapid) {
    double toX = x;
    double toY = y;
    double toZ = z;
    double de = 0;
    double u = unit;
    int seen = 0;
    int n = line.end;
    for (int i = line.first + 1; i < n; i++) {
      if (words.kind(i) != WordReader.NUMBER) {
        line.refuseNumber(i);
        continue;
      }
      double value = words.value(i) * u;
      int letter = words.letter(i);
      if (!(Math.abs(value) < MOST_MM)) {
        line.refuseTooFar(i);
        return;
      }
      switch (letter) {
        case 'X' -> toX = relative ? x + value : value + offset[0];
        case 'Y' -> toY = relative ? y + value : value + offset[1];
        case 'Z' -> toZ = relative ? z + value : value + offset[2];
        case 'E' -> de = extruder.relative ? value : value - extruder.at;
        case 'F' -> feed(value, i);
        default -> {
          if (places.changesTheWay(letter, i)) {
            return;
          }
        }
      }
      if ((seen & 1 << letter) != 0) {
        line.refuseRepeated(i);
      }
      seen |= 1 << letter;
    }
    if (de != 0) {
      extruder.push(de);
    }
    if (toX == x && toY == y && toZ == z && de == 0) {
      return;
    }
    tally.line(toX, toY, toZ, de, !rapid && de > 0);
    planner.line(toX, toY, toZ, de, feed, false);
    x = toX;
    y = toY;
    z = toZ;
  }

  private void feed(double mmPerMin, int word) {
    if (mmPerMin <= 0) {
      if (mmPerMin < 0) {
        line.add(
            Rule.NEGATIVE_VALUE,
            word,
            "Expected a feed above 0, found F" + LineReport.number(mmPerMin) + ". Correct it");
      }
      return; // Marlin keeps the feed it had
    }
    feed = mmPerMin / 60;
    if (mmPerMin > tally.maxFeed) {
      tally.maxFeed = mmPerMin;
    }
  }

  /** G2 and G3. */
  void arc(boolean clockwise) {
    if (!readCurve()) {
      return;
    }
    String wrong = centered ? "" : ArcRules.centerFromRadius(arc, radius, clockwise);
    if (centered) {
      arc.center0 = arc.from[arc.axis0] + center[arc.axis0];
      arc.center1 = arc.from[arc.axis1] + center[arc.axis1];
      wrong = ArcRules.mismatch(arc);
    }
    if (!wrong.isEmpty()) {
      line.add(
          centered || !Double.isNaN(radius) ? Rule.ARC_RADIUS : Rule.ARC_CENTER,
          wrong + ". Export it anew");
    }
    arc.extrusion = extrusion;
    if (extrusion != 0) {
      extruder.push(extrusion);
    }
    arc.derive(clockwise, turns());
    if (arc.radius > 0 && arc.radius < MOST_MM) {
      tally.arc(arc);
      planner.arc(arc, feed);
    }
    arrive();
  }

  /** Marlin's P: whole circles before the arc, if it was built for them. */
  private int turns() {
    if (!(p > 0)) {
      return 1;
    }
    if (dialect != Dialect.MARLIN) {
      line.add(Rule.UNUSED_WORD, "Expected no P beside an arc for " + dialect + ". Remove it");
      return 1;
    }
    line.needsBuildOption("ARC_P_CIRCLES");
    return 1 + (int) Math.min(p, MOST_TURNS);
  }

  /** G5: a cubic curve in the plane of X and Y. */
  void curve() {
    if (dialect != Dialect.MARLIN) {
      line.add(
          Rule.UNSUPPORTED_COMMAND,
          "Expected moves that " + dialect + " knows, found a curve. Export with G0 to G3");
      return;
    }
    line.needsBuildOption("BEZIER_CURVE_SUPPORT");
    if (arc.axis2 != 2) {
      line.add(Rule.AXIS_CONFLICT, "Expected G17 in force for G5, found another plane. Add G17");
    } else if (readCurve()) {
      if (extrusion != 0) {
        extruder.push(extrusion);
      }
      for (int i = 1; i <= CHORDS; i++) {
        chord((double) i / CHORDS);
      }
      arrive();
    }
  }

  private void chord(double t) {
    double[] from = arc.from;
    double[] to = arc.to;
    double toX = Spline.point(t, from[0], from[0] + center[0], to[0] + p * unit, to[0]);
    double toY = Spline.point(t, from[1], from[1] + center[1], to[1] + q * unit, to[1]);
    double toZ = from[2] + (to[2] - from[2]) * t;
    tally.line(toX, toY, toZ, extrusion / CHORDS, extrusion > 0);
    planner.line(toX, toY, toZ, extrusion / CHORDS, feed, false);
  }

  private void arrive() {
    x = arc.to[0];
    y = arc.to[1];
    z = arc.to[2];
  }

  /** Reads the words of an arc or a curve; false if it must not be followed. */
  private boolean readCurve() {
    arc.from[0] = arc.to[0] = x;
    arc.from[1] = arc.to[1] = y;
    arc.from[2] = arc.to[2] = z;
    center[0] = center[1] = center[2] = 0;
    centered = false;
    radius = Double.NaN;
    extrusion = 0;
    p = 0;
    q = 0;
    int seen = 0;
    for (int i = line.first + 1; i < line.end; i++) {
      if (words.kind(i) != WordReader.NUMBER) {
        line.refuseNumber(i);
        continue;
      }
      if (!(Math.abs(words.value(i) * unit) < MOST_MM)) {
        line.refuseTooFar(i);
        return false;
      }
      int letter = words.letter(i);
      if ((seen & 1 << letter) != 0) {
        line.refuseRepeated(i);
      }
      seen |= 1 << letter;
      if (take(letter, words.value(i), i)) {
        return false;
      }
    }
    return true;
  }

  /** Takes a word of an arc or a curve; true if the way is unknown because of it. */
  private boolean take(int letter, double value, int word) {
    double mm = value * unit;
    switch (letter) {
      case 'X', 'Y', 'Z' -> {
        int axis = letter - 'X';
        arc.to[axis] = relative ? arc.from[axis] + mm : mm + offset[axis];
      }
      case 'I', 'J', 'K' -> {
        center[letter - 'I'] = mm;
        centered = true;
      }
      case 'R' -> radius = mm;
      case 'P' -> p = value;
      case 'Q' -> q = value;
      case 'E' -> extrusion = extruder.relative ? mm : mm - extruder.at;
      case 'F' -> feed(mm, word);
      default -> {
        return places.changesTheWay(letter, word);
      }
    }
    return false;
  }
}
