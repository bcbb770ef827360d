package org.vicinal.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a machine can do and how its planner thinks: the envelope a program must keep and the limits
 * its time rests on.
 *
 * @param source where the numbers come from, for people: {@code profile mk3s}, {@code $$ of the
 *     machine}
 * @param axes x, y, z and the extruder, in this order
 * @param printAcceleration mm/s&sup2; while extruding (M204 P), with {@code retract} (R) and {@code
 *     travel} (T) beside it
 * @param junctionDeviation mm; 0 where the firmware uses classic jerk
 * @param arcTolerance mm; GRBL's $12
 * @param squareCornerVelocity mm/s, and {@code minCruiseRatio}; Klipper's
 * @param window blocks that the planner looks ahead
 * @param stopSeconds what every full stop costs; GRBL's $1
 * @param nozzleCelsius the hottest the nozzle may get, and {@code bedCelsius}; 0 if there is none
 * @param chamberCelsius the hottest its heated chamber gets; 0 without one, NaN if nobody said
 * @param spindleRpm the fastest the spindle turns; 0 if there is none
 * @param tools how many extruders or tools it has
 */
public record MachineLimits(
    String name,
    String source,
    Dialect dialect,
    TimeModel timeModel,
    List<Axis> axes,
    double printAcceleration,
    double retractAcceleration,
    double travelAcceleration,
    double junctionDeviation,
    double arcTolerance,
    double squareCornerVelocity,
    double minCruiseRatio,
    int window,
    double stopSeconds,
    double nozzleCelsius,
    double bedCelsius,
    double chamberCelsius,
    double spindleRpm,
    boolean laser,
    int tools) {

  public MachineLimits {
    axes = List.copyOf(axes);
    if (axes.size() != 4) {
      throw new IllegalArgumentException(
          "Expected axes x, y, z and e, found " + axes.size() + " axes.");
    }
  }

  /**
   * One axis.
   *
   * @param min smallest coordinate in mm that it reaches, and {@code max}; infinite if nobody said.
   *     On a mill the origin is where a person sets it, so only the distance between the two counts
   * @param speed mm/s
   * @param acceleration mm/s&sup2;
   * @param jerk mm/s
   * @param stepsPerMm 0 if nobody said
   */
  public record Axis(
      double min, double max, double speed, double acceleration, double jerk, double stepsPerMm) {}

  /** A machine that nobody described: any size, middling speeds of its dialect. */
  public static MachineLimits unknown(Dialect dialect) {
    return MachineProfile.unknown(dialect);
  }

  /** A profile that comes with this library, such as {@code mk3s} or {@code grbl-3018}. */
  public static Optional<MachineLimits> find(String name) {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      return Optional.empty();
    }
    try (InputStream in =
        MachineLimits.class.getResourceAsStream("machines/" + name + ".machine")) {
      if (in == null) {
        return Optional.empty();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(MachineProfile.parse(text, "profile " + name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The names that {@link #find} knows. */
  public static List<String> listNames() {
    return MachineProfile.NAMES;
  }

  /**
   * Reads a profile, what {@code $$} printed, or what M503 printed.
   *
   * @throws IllegalArgumentException with the line if it is none of these
   */
  public static MachineLimits read(Path file) throws IOException {
    return parse(
        Files.readString(file, StandardCharsets.UTF_8), String.valueOf(file.getFileName()));
  }

  /** The same from a text; {@code source} names it in answers. */
  public static MachineLimits parse(String text, String source) {
    return MachineProfile.parse(text, source);
  }

  /** The same machine under another name. */
  public MachineLimits named(String newName, String newSource) {
    return new MachineLimits(
        newName,
        newSource,
        dialect,
        timeModel,
        axes,
        printAcceleration,
        retractAcceleration,
        travelAcceleration,
        junctionDeviation,
        arcTolerance,
        squareCornerVelocity,
        minCruiseRatio,
        window,
        stopSeconds,
        nozzleCelsius,
        bedCelsius,
        chamberCelsius,
        spindleRpm,
        laser,
        tools);
  }
}
