package org.vicinal.gcode.time;

/**
 * How Marlin 2.1 cuts an arc: chords of 1 mm, at least 72 to a full circle, none shorter than 0.1
 * mm.
 */
final class MarlinArcs {
  private static final int MOST = 1_000_000;

  private MarlinArcs() {}

  static int chords(Arc arc, double length) {
    double least = Math.ceil(72 * Math.abs(arc.sweep) / (2 * Math.PI));
    double wanted = Math.max(Math.floor(length / 1.0), least);
    double chord = Math.clamp(length / Math.max(1, wanted), 0.1, 1.0);
    return (int) Math.clamp(Math.floor(length / chord), 1, MOST);
  }

  /** Prusa-Firmware-Buddy, and PrusaSlicer from 2.7 for the flavour marlin2. */
  static int chordsOfBuddy(Arc arc, double length, double feed) {
    double chord = Math.clamp(Math.min(Math.sqrt(8 * arc.radius * 0.02), feed / 50), 0.1, 2.0);
    return (int) Math.clamp(Math.floor(length / chord + 0.8), 1, MOST);
  }
}
