package org.vicinal.gcode.meaning;

import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.WordReader;

/** The temperatures that a program asks for, and whether it waits for them. Degrees Celsius. */
final class Heat {
  private static final double COLDEST_EXTRUSION = 150;

  private final PrinterLine line;
  private final MachineLimits machine;
  private final Tally tally;
  private double nozzle;
  private double bed;
  private boolean asked;
  private boolean awaited;
  private boolean hot;

  Heat(PrinterLine line, MachineLimits machine, Tally tally) {
    this.line = line;
    this.machine = machine;
    this.tally = tally;
  }

  /** The last target of a nozzle. */
  double nozzle() {
    return nozzle;
  }

  /** Whether the nozzle was told to heat and waited for. */
  boolean isHot() {
    return hot;
  }

  boolean isTooColdToExtrude() {
    return nozzle < COLDEST_EXTRUSION;
  }

  /** M104, M109, M140, M190, M141, M191, M568 and G10 P. */
  void command(int code) {
    boolean ofNozzle = code == 104 || code == 109 || code == 568 || code == 10;
    awaited |= code == 109;
    for (int i = line.first + 1; i < line.end; i++) {
      int letter = line.words.letter(i);
      boolean target = letter == 'S' || (letter == 'R' && code != 568 && code != 10);
      if (target && line.words.kind(i) == WordReader.NUMBER) {
        double celsius = line.words.value(i);
        if (ofNozzle) {
          nozzle(celsius, i);
        } else if (code == 140 || code == 190) {
          bed(celsius, i);
        } else {
          chamber(celsius, i);
        }
      }
    }
    hot = awaited && !isTooColdToExtrude();
  }

  private void nozzle(double celsius, int word) {
    nozzle = celsius;
    asked = true;
    awaited &= !isTooColdToExtrude();
    tally.nozzleMax = Math.max(tally.nozzleMax, celsius);
    refuseHotter(celsius, machine.nozzleCelsius(), Rule.NOZZLE_TOO_HOT, word);
  }

  private void bed(double celsius, int word) {
    bed = celsius;
    tally.bedMax = Math.max(tally.bedMax, celsius);
    refuseHotter(celsius, machine.bedCelsius(), Rule.BED_TOO_HOT, word);
  }

  private void chamber(double celsius, int word) {
    tally.chamberMax = Math.max(tally.chamberMax, celsius);
    if (celsius > 0 && machine.chamberCelsius() == 0) {
      line.add(
          Rule.NO_CHAMBER,
          word,
          "Expected no heated chamber on "
              + machine.name()
              + ", found a target of "
              + Math.round(celsius)
              + " C, which it leaves out. Choose a plastic that needs none, or another machine");
    } else {
      refuseHotter(celsius, machine.chamberCelsius(), Rule.CHAMBER_TOO_HOT, word);
    }
  }

  /** Klipper's {@code SET_HEATER_TEMPERATURE HEATER=heater_bed TARGET=60}. */
  void named(String heater, double celsius) {
    double target = celsius > 0 ? celsius : 0;
    if (heater.startsWith("EXTRUDER")) {
      nozzle(target, -1);
    } else if (heater.equals("HEATER_BED")) {
      bed(target, -1);
    } else {
      chamber(target, -1);
    }
    hot = awaited && !isTooColdToExtrude();
  }

  /** M116: the program waits for all heaters. */
  void await() {
    awaited = true;
    hot = !isTooColdToExtrude();
  }

  void sayNotAwaited(PrinterLine where) {
    awaited = true; // said once
    hot = true;
    where.add(
        Rule.HEAT_NOT_AWAITED,
        "Expected M109 before plastic is pushed, found only M104, which does not wait until the"
            + " nozzle is hot. Add M109");
  }

  private void refuseHotter(double celsius, double limit, Rule rule, int word) {
    if (celsius > limit) {
      line.add(
          rule,
          word,
          "Expected at most "
              + Math.round(limit)
              + " C on "
              + machine.name()
              + ", found "
              + Math.round(celsius)
              + " C. Lower it");
    }
  }

  void finish(Findings findings, boolean extruded) {
    if (extruded && asked && (nozzle > 0 || bed > 0)) {
      findings.addForAll(
          Rule.HEATER_LEFT_ON,
          "Expected the heaters off at the end, found targets of "
              + Math.round(nozzle)
              + " C (nozzle) and "
              + Math.round(bed)
              + " C (bed). Add M104 S0 and M140 S0.");
    }
  }
}
