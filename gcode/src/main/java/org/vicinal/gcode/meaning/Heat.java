package org.vicinal.gcode.meaning;

import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.WordReader;

/** The temperatures that a program asks for. Degrees Celsius. */
final class Heat {
  private static final double COLDEST_EXTRUSION = 150;
  private double nozzle;
  private double bed;
  private boolean asked;

  double nozzle() {
    return nozzle;
  }

  boolean tooColdToExtrude() {
    return nozzle < COLDEST_EXTRUSION;
  }

  void command(
      int code,
      WordReader words,
      int first,
      MachineLimits machine,
      Findings findings,
      Tally tally) {
    for (int i = first + 1; i < words.count(); i++) {
      int letter = words.letter(i);
      if ((letter == 'S' || letter == 'R') && words.kind(i) == WordReader.NUMBER) {
        double celsius = words.value(i);
        if (code == 104 || code == 109) {
          nozzle = celsius;
          asked = true;
          tally.nozzleMax = Math.max(tally.nozzleMax, celsius);
          tooHot(
              celsius, machine.nozzleCelsius(), Rule.NOZZLE_TOO_HOT, i, words, machine, findings);
        } else if (code == 140 || code == 190) {
          bed = celsius;
          tally.bedMax = Math.max(tally.bedMax, celsius);
          tooHot(celsius, machine.bedCelsius(), Rule.BED_TOO_HOT, i, words, machine, findings);
        } else {
          tally.chamberMax = Math.max(tally.chamberMax, celsius);
        }
      }
    }
  }

  /** RepRapFirmware's {@code G10 P1 S200 R150}. */
  void toolTemperature(WordReader words, int first) {
    for (int i = first + 1; i < words.count(); i++) {
      if (words.letter(i) == 'S') {
        nozzle = words.value(i);
        asked = true;
      }
    }
  }

  private static void tooHot(
      double celsius,
      double limit,
      Rule rule,
      int word,
      WordReader words,
      MachineLimits machine,
      Findings findings) {
    if (celsius > limit && findings.wants(rule)) {
      findings.add(
          rule,
          words.column(word),
          "Expected at most "
              + Math.round(limit)
              + " C on "
              + machine.name()
              + ", found "
              + Math.round(celsius)
              + " C. Lower it: "
              + words.text());
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
