package org.vicinal.gcode;

import java.util.Locale;
import java.util.Optional;

/** Whose planner is imitated when moves become seconds. */
public enum TimeModel {
  /**
   * GRBL 1.1 and grblHAL: whole steps, junction deviation, 15 blocks of look-ahead, arcs of chords.
   */
  GRBL,
  /** Marlin 2.0 to 2.1.2 and Prusa-Firmware-Buddy with classic jerk. */
  MARLIN_JERK,
  /** Marlin with classic jerk since autumn 2024: 2.1.3, bugfix-2.1.x. */
  MARLIN_JERK_2_1_3,
  /** Marlin 2 with junction deviation. */
  MARLIN_JD,
  /** Prusa's 8-bit firmware of the MK3 family. */
  MK3,
  /** Klipper's toolhead: square corner velocity, minimum cruise ratio. */
  KLIPPER,
  /**
   * The time that the PrusaSlicer which made the program states; its version is read from the
   * program.
   */
  PRUSASLICER;

  /** The model of this name in any case: {@code marlin-jd}. */
  public static Optional<TimeModel> find(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    for (TimeModel model : values()) {
      if (model.name().equals(wanted)) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }
}
