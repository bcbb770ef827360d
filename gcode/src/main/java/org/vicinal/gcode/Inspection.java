package org.vicinal.gcode;

import java.util.List;
import org.vicinal.gcode.Finding.Severity;

/**
 * What a program would do on a machine. Millimetres, seconds, degrees Celsius; a number that nobody
 * knows is NaN.
 *
 * @param dialect the dialect it was read in, and {@code dialectReason} why
 * @param bytes of plain text
 * @param moves straight moves and arcs
 * @param cutMm way of the tool while it cuts or prints, {@code rapidMm} of all other moves
 * @param box where it goes
 * @param end where the machine stands in the end, x, y, z
 * @param layers 0 if no comment tells
 * @param layerSeconds motion of each layer, from the comment that begins it to the next one; what
 *     comes before the first is in none
 * @param timeModel whose planner was imitated, and {@code limits} with which limits, as they stood
 *     at the end
 * @param findings in the order of the program
 */
public record Inspection(
    Dialect dialect,
    String dialectReason,
    long bytes,
    long lines,
    long moves,
    long arcs,
    Seconds seconds,
    Filament filament,
    Boxes box,
    double cutMm,
    double rapidMm,
    List<Double> end,
    double maxFeedMmPerMin,
    Temperatures temperatures,
    double spindleRpm,
    List<Integer> tools,
    int toolChanges,
    long layers,
    List<Double> layerSeconds,
    Stated stated,
    TimeModel timeModel,
    MachineLimits limits,
    List<Finding> findings) {

  public Inspection {
    end = List.copyOf(end);
    tools = List.copyOf(tools);
    layerSeconds = List.copyOf(layerSeconds);
    findings = List.copyOf(findings);
  }

  /**
   * How long it takes.
   *
   * @param motion all moves
   * @param dwell pauses that the program asks for
   * @param stops what the firmware loses at full stops
   * @param unknown what was not counted
   */
  public record Seconds(double motion, double dwell, double stops, Unknown unknown) {
    /** All that is known. */
    public double total() {
      return motion + dwell + stops;
    }
  }

  /** How often something happens whose time nobody can read from the program. */
  public record Unknown(int homing, int heating, int macros, int pauses) {}

  /**
   * Plastic.
   *
   * @param sumMm pushed minus pulled back
   * @param grams from the stated density and diameter, else of PLA in 1.75 mm; 0 without filament
   */
  public record Filament(double sumMm, List<Double> perToolMm, double grams) {
    public Filament {
      perToolMm = List.copyOf(perToolMm);
    }
  }

  /** Boxes of the moves that extrude, that cut or print, and of all. */
  public record Boxes(Box extruding, Box cutting, Box all) {}

  /** The hottest targets; 0 if none was set. */
  public record Temperatures(double nozzle, double bed, double chamber) {}

  /** What comments claim; empty or NaN where they are silent. */
  public record Stated(
      String slicer, String version, double seconds, double filamentMm, double filamentGrams) {}

  /** Whether nothing forbids to run it. A workshop may still say no. */
  public boolean mayRun() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
