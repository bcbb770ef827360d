package org.vicinal.gcode;

import java.util.List;
import java.util.Locale;

/**
 * Reads what describes a machine, line by line: our own {@code key: value} profiles, GRBL's {@code
 * $110=500} and Marlin's {@code echo: M203 X200 Y200}. The three may even be mixed; a later line
 * wins, {@code like: NAME} begins with another profile.
 */
final class MachineProfile {
  static final List<String> NAMES =
      List.of(
          "ender-3",
          "ender-3-prusaslicer",
          "ender-3-v2",
          "grbl",
          "grbl-3018",
          "mini",
          "mk3s",
          "mk3s-silent",
          "mk4",
          "mk4-is",
          "shapeoko-1",
          "shapeoko-2",
          "shapeoko-3",
          "x-carve");

  private final MachineDraft machine;

  private MachineProfile(String name) {
    machine = new MachineDraft(name);
  }

  static MachineLimits unknown(Dialect dialect) {
    var machine = new MachineDraft("any machine");
    machine.dialect(dialect);
    if (dialect.mill()) {
      machine.likeAnyMill();
    }
    return machine.build(
        "usual values of " + dialect.name().toLowerCase(Locale.ROOT) + ", no machine was named");
  }

  static MachineLimits parse(String text, String source) {
    var profile = new MachineProfile(source);
    int number = 0;
    int understood = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip().replaceFirst("^(Recv:|<<<)\\s*", ""); // as hosts show it
      try {
        understood += profile.line(line) ? 1 : 0;
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            source + ":" + number + ": " + e.getMessage() + ": \"" + line + "\"", e);
      }
    }
    if (understood == 0) {
      throw new IllegalArgumentException(
          source
              + ": Expected a machine profile (key: value), what $$ printed or what M503 printed,"
              + " found none of them.");
    }
    return profile.machine.build(source);
  }

  /** Whether the line said something about the machine. */
  private boolean line(String line) {
    if (line.startsWith("$")) {
      return grblSetting(line);
    }
    String echo = line.replaceFirst("^echo:\\s*", "");
    if (echo.matches("(?s)M(92|20[1345])\\b.*")) {
      return marlinSetting(echo);
    }
    int colon = line.indexOf(':');
    if (line.isEmpty()
        || line.startsWith("#")
        || line.startsWith(";")
        || line.startsWith("echo:")
        || line.startsWith("[")
        || line.startsWith("<")
        || line.startsWith("Send:")
        || line.equals("ok")
        || colon < 0) {
      return false;
    }
    property(
        line.substring(0, colon).strip(),
        line.substring(colon + 1).replaceFirst("\\s#.*", "").strip());
    return true;
  }

  private void property(String key, String value) {
    switch (key) {
      case "name" -> machine.name = value;
      case "like" ->
          machine.like(
              MachineLimits.find(value)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Expected the name of a profile, one of "
                                  + NAMES
                                  + ", found "
                                  + value)));
      case "dialect" ->
          machine.dialect(
              Dialect.find(value)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Expected a dialect such as marlin or grbl, found " + value)));
      case "time-model" -> {
        machine.timeModel =
            TimeModel.find(value)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "Expected a time model such as marlin-jd or mk3, found " + value));
        machine.timeModelStated = true;
      }
      case "x" -> range(0, value);
      case "y" -> range(1, value);
      case "z" -> range(2, value);
      case "speed" -> machine.speed = numbers(value, machine.speed);
      case "speed-per-minute" -> {
        machine.speed = numbers(value, machine.speed);
        for (int i = 0; i < numbers(value).length; i++) {
          machine.speed[i] /= 60;
        }
      }
      case "acceleration" -> machine.acceleration = numbers(value, machine.acceleration);
      case "jerk" -> machine.jerk = numbers(value, machine.jerk);
      case "steps-per-mm" -> machine.steps = numbers(value, machine.steps);
      case "print-acceleration" -> machine.print = number(value);
      case "retract-acceleration" -> machine.retract = number(value);
      case "travel-acceleration" -> machine.travel = number(value);
      case "junction-deviation" -> machine.deviation(number(value));
      case "arc-tolerance" -> machine.arcTolerance = number(value);
      case "square-corner-velocity" -> machine.cornerVelocity = number(value);
      case "minimum-cruise-ratio" -> machine.cruiseRatio = number(value);
      case "window" -> machine.window = (int) number(value);
      case "stop-seconds" -> machine.stopSeconds = number(value);
      case "nozzle-celsius" -> machine.nozzle = number(value);
      case "bed-celsius" -> machine.bed = number(value);
      case "chamber-celsius" -> machine.chamber = number(value);
      case "spindle-rpm" -> machine.spindle = number(value);
      case "laser" -> machine.laser = Boolean.parseBoolean(value);
      case "tools" -> machine.tools = (int) number(value);
      default ->
          throw new IllegalArgumentException(
              "Expected a known key such as x, speed or acceleration, found " + key);
    }
  }

  private boolean grblSetting(String line) {
    int equals = line.indexOf('=');
    if (equals < 0 || !line.substring(1, equals).matches("\\d+")) {
      return false;
    }
    if (machine.dialect.printer()) {
      machine.dialect(Dialect.GRBL);
      machine.likeAnyMill();
    }
    int setting = Integer.parseInt(line.substring(1, equals));
    double value = number(line.substring(equals + 1).replaceFirst("\\s.*", ""));
    switch (setting) {
      case 1 -> machine.stopSeconds = value < 255 ? value / 1000 : 0;
      case 11 -> machine.deviation = value;
      case 12 -> machine.arcTolerance = value;
      case 30 -> machine.spindle = value;
      case 32 -> machine.laser = value != 0;
      case 100, 101, 102 -> machine.steps[setting - 100] = value;
      case 110, 111, 112 -> machine.speed[setting - 110] = value / 60;
      case 120, 121, 122 -> machine.acceleration[setting - 120] = value;
      case 130, 131, 132 -> {
        machine.min[setting - 130] = 0;
        machine.max[setting - 130] = value;
      }
      default -> {
        // a setting that says nothing about time or size
      }
    }
    return true;
  }

  private boolean marlinSetting(String line) {
    String code = line.substring(1, line.startsWith("M92") ? 3 : 4);
    for (String word : line.replaceFirst(";.*", "").split("\\s+", -1)) {
      if (word.length() < 2 || !word.substring(1).matches("[-+]?[0-9.]+")) {
        continue;
      }
      double value = number(word.substring(1));
      int axis = "XYZE".indexOf(word.charAt(0));
      switch (code) {
        case "92" -> set(machine.steps, axis, value);
        case "201" -> set(machine.acceleration, axis, value);
        case "203" -> set(machine.speed, axis, value);
        case "204" -> acceleration(word.charAt(0), value);
        default -> {
          set(machine.jerk, axis, value);
          if (word.charAt(0) == 'J') {
            machine.deviation(value);
          }
        }
      }
    }
    return true;
  }

  private void acceleration(char letter, double value) {
    switch (letter) {
      case 'S' -> {
        machine.print = value;
        machine.travel = value;
      }
      case 'P' -> machine.print = value;
      case 'R' -> machine.retract = value;
      case 'T' -> machine.travel = value;
      default -> {
        // the M itself
      }
    }
  }

  private static void set(double[] values, int axis, double value) {
    if (axis >= 0) {
      values[axis] = value;
    }
  }

  private void range(int axis, String value) {
    double[] ends = numbers(value);
    if (ends.length != 2 || ends[0] >= ends[1]) {
      throw new IllegalArgumentException(
          "Expected the least and the greatest coordinate in mm, such as 0 250");
    }
    machine.min[axis] = ends[0];
    machine.max[axis] = ends[1];
  }

  /** The numbers given, and for the axes that are not named the values from before. */
  private static double[] numbers(String value, double[] before) {
    double[] given = numbers(value);
    double[] all = before.clone();
    System.arraycopy(given, 0, all, 0, Math.min(given.length, all.length));
    return all;
  }

  private static double[] numbers(String value) {
    String[] words = value.split("[\\s,]+", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = number(words[i]);
    }
    return numbers;
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Expected a number, found \"" + value + "\"", e);
    }
  }
}
