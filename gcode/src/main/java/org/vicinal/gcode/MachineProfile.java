package org.vicinal.gcode;

import java.util.ArrayList;
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

  private static final double FAR = Double.POSITIVE_INFINITY;

  private String name;
  private Dialect dialect = Dialect.MARLIN;
  private TimeModel timeModel = TimeModel.MARLIN_JERK;
  private boolean timeModelStated;
  private final double[] min = {-FAR, -FAR, -FAR, -FAR};
  private final double[] max = {FAR, FAR, FAR, FAR};
  private double[] speed = {200, 200, 12, 120};
  private double[] acceleration = {1000, 1000, 200, 5000};
  private double[] jerk = {8, 8, 0.4, 5};
  private double[] steps = {0, 0, 0, 0};
  private double print = 1250;
  private double retract = 1250;
  private double travel = 1250;
  private double deviation;
  private double arcTolerance = 0.002;
  private double cornerVelocity = 5;
  private double cruiseRatio = 0.5;
  private int window = 15;
  private double stopSeconds;
  private double nozzle = 300;
  private double bed = 120;
  private double spindle;
  private boolean laser;
  private int tools = 1;

  private MachineProfile(String name) {
    this.name = name;
  }

  static MachineLimits unknown(Dialect dialect) {
    var profile = new MachineProfile("any machine");
    profile.dialect(dialect);
    if (dialect.mill()) {
      profile.likeAnyMill();
    }
    return profile.build(
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
    return profile.build(source);
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
      case "name" -> name = value;
      case "like" ->
          like(
              MachineLimits.find(value)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Expected the name of a profile, one of "
                                  + NAMES
                                  + ", found "
                                  + value)));
      case "dialect" ->
          dialect(
              Dialect.find(value)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Expected a dialect such as marlin or grbl, found " + value)));
      case "time-model" -> {
        timeModel =
            TimeModel.find(value)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "Expected a time model such as marlin-jd or mk3, found " + value));
        timeModelStated = true;
      }
      case "x" -> range(0, value);
      case "y" -> range(1, value);
      case "z" -> range(2, value);
      case "speed" -> speed = numbers(value, speed);
      case "speed-per-minute" -> {
        speed = numbers(value, speed);
        for (int i = 0; i < numbers(value).length; i++) {
          speed[i] /= 60;
        }
      }
      case "acceleration" -> acceleration = numbers(value, acceleration);
      case "jerk" -> jerk = numbers(value, jerk);
      case "steps-per-mm" -> steps = numbers(value, steps);
      case "print-acceleration" -> print = number(value);
      case "retract-acceleration" -> retract = number(value);
      case "travel-acceleration" -> travel = number(value);
      case "junction-deviation" -> deviation(number(value));
      case "arc-tolerance" -> arcTolerance = number(value);
      case "square-corner-velocity" -> cornerVelocity = number(value);
      case "minimum-cruise-ratio" -> cruiseRatio = number(value);
      case "window" -> window = (int) number(value);
      case "stop-seconds" -> stopSeconds = number(value);
      case "nozzle-celsius" -> nozzle = number(value);
      case "bed-celsius" -> bed = number(value);
      case "spindle-rpm" -> spindle = number(value);
      case "laser" -> laser = Boolean.parseBoolean(value);
      case "tools" -> tools = (int) number(value);
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
    if (dialect.printer()) {
      dialect(Dialect.GRBL);
      likeAnyMill();
    }
    int setting = Integer.parseInt(line.substring(1, equals));
    double value = number(line.substring(equals + 1).replaceFirst("\\s.*", ""));
    switch (setting) {
      case 1 -> stopSeconds = value < 255 ? value / 1000 : 0;
      case 11 -> deviation = value;
      case 12 -> arcTolerance = value;
      case 30 -> spindle = value;
      case 32 -> laser = value != 0;
      case 100, 101, 102 -> steps[setting - 100] = value;
      case 110, 111, 112 -> speed[setting - 110] = value / 60;
      case 120, 121, 122 -> acceleration[setting - 120] = value;
      case 130, 131, 132 -> {
        min[setting - 130] = 0;
        max[setting - 130] = value;
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
        case "92" -> set(steps, axis, value);
        case "201" -> set(acceleration, axis, value);
        case "203" -> set(speed, axis, value);
        case "204" -> acceleration(word.charAt(0), value);
        default -> {
          set(jerk, axis, value);
          if (word.charAt(0) == 'J') {
            deviation(value);
          }
        }
      }
    }
    return true;
  }

  private void acceleration(char letter, double value) {
    switch (letter) {
      case 'S' -> {
        print = value;
        travel = value;
      }
      case 'P' -> print = value;
      case 'R' -> retract = value;
      case 'T' -> travel = value;
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

  private void dialect(Dialect wanted) {
    dialect = wanted;
    if (!timeModelStated) {
      timeModel =
          switch (wanted) {
            case MARLIN -> TimeModel.MARLIN_JERK;
            case PRUSA -> TimeModel.MK3;
            case REPRAPFIRMWARE -> TimeModel.MARLIN_JERK;
            case KLIPPER -> TimeModel.KLIPPER;
            case GRBL, GRBLHAL, LINUXCNC -> TimeModel.GRBL;
          };
    }
  }

  private void deviation(double value) {
    deviation = value;
    if (!timeModelStated && dialect == Dialect.MARLIN && value > 0) {
      timeModel = TimeModel.MARLIN_JD;
    }
  }

  private void likeAnyMill() {
    speed = new double[] {500 / 60.0, 500 / 60.0, 500 / 60.0, 100};
    acceleration = new double[] {10, 10, 10, 1000};
    steps = new double[] {250, 250, 250, 0};
    deviation = 0.01;
    nozzle = 0;
    bed = 0;
    spindle = 10_000;
  }

  private void like(MachineLimits other) {
    dialect = other.dialect();
    timeModel = other.timeModel();
    for (int i = 0; i < 4; i++) {
      MachineLimits.Axis axis = other.axes().get(i);
      min[i] = axis.min();
      max[i] = axis.max();
      speed[i] = axis.speed();
      acceleration[i] = axis.acceleration();
      jerk[i] = axis.jerk();
      steps[i] = axis.stepsPerMm();
    }
    print = other.printAcceleration();
    retract = other.retractAcceleration();
    travel = other.travelAcceleration();
    deviation = other.junctionDeviation();
    arcTolerance = other.arcTolerance();
    cornerVelocity = other.squareCornerVelocity();
    cruiseRatio = other.minCruiseRatio();
    window = other.window();
    stopSeconds = other.stopSeconds();
    nozzle = other.nozzleCelsius();
    bed = other.bedCelsius();
    spindle = other.spindleRpm();
    laser = other.laser();
    tools = other.tools();
  }

  private void range(int axis, String value) {
    double[] ends = numbers(value);
    if (ends.length != 2 || ends[0] >= ends[1]) {
      throw new IllegalArgumentException(
          "Expected the least and the greatest coordinate in mm, such as 0 250");
    }
    min[axis] = ends[0];
    max[axis] = ends[1];
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

  private MachineLimits build(String source) {
    for (int i = 0; i < 4; i++) {
      if (!(speed[i] > 0) || !(acceleration[i] > 0)) {
        throw new IllegalArgumentException(
            source
                + ": Expected speeds and accelerations above 0, found "
                + speed[i]
                + " and "
                + acceleration[i]
                + " for axis "
                + "xyze".charAt(i)
                + ".");
      }
    }
    var axes = new ArrayList<MachineLimits.Axis>();
    for (int i = 0; i < 4; i++) {
      axes.add(
          new MachineLimits.Axis(min[i], max[i], speed[i], acceleration[i], jerk[i], steps[i]));
    }
    return new MachineLimits(
        name,
        source,
        dialect,
        timeModel,
        axes,
        print,
        retract,
        travel,
        deviation,
        arcTolerance,
        cornerVelocity,
        cruiseRatio,
        window,
        stopSeconds,
        nozzle,
        bed,
        spindle,
        laser,
        tools);
  }
}
