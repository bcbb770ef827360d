package org.vicinal.gcode.meaning;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicinal.gcode.text.WordReader;

/**
 * What comments state: who made the program, how long it takes, how much filament, how the machine
 * was configured.
 */
public final class Statements {
  private static final Pattern GENERATED =
      Pattern.compile(
          "generated (?:by|with) ([A-Za-z_ ]*[A-Za-z_])[ _-]*v?([0-9][^ ,]*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d+)d)? ?(?:(\\d+)h)? ?(?:(\\d+)m)? ?(?:(\\d+)s)?");

  /** With these begins what we read; everything else costs nothing. */
  private static final String[] KNOWN = {
    "generated",
    "Generated",
    "GENERATED",
    "estimated printing time",
    "filament",
    "total filament",
    "gcode_flavor",
    "TIME:",
    "Filament used:"
  };

  String slicer = "";
  String version = "";
  double seconds = Double.NaN;
  double filamentMm = Double.NaN;
  double filamentGrams = Double.NaN;
  double density = Double.NaN;
  double diameter = Double.NaN;
  String flavor = "";
  long layerChanges;

  /**
   * Reads the comment of the present line; cheap unless it looks like {@code ; key = value}. Gives
   * true where it says that a layer begins.
   */
  boolean comment(WordReader words) {
    byte[] b = words.buffer();
    int from = words.lineStart() + words.commentIndex() + 1;
    int to = words.lineStart() + words.length();
    while (from < to && b[from] == ' ') {
      from++;
    }
    if (to - from < 5) {
      return false;
    }
    switch (b[from]) {
      case 'L' -> {
        if (startsWith(b, from, to, "LAYER_CHANGE") || startsWith(b, from, to, "LAYER:")) {
          layerChanges++;
          return true;
        }
      }
      case 'e', 'f', 'g', 't', 'G', 'T', 'F' -> {
        for (String known : KNOWN) {
          if (startsWith(b, from, to, known)) {
            text(new String(b, from, Math.min(to - from, 300), StandardCharsets.UTF_8));
            break;
          }
        }
      }
      default -> {
        // says nothing that we know
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] b, int from, int to, String text) {
    if (to - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (b[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void text(String text) {
    if (slicer.isEmpty() && text.regionMatches(true, 0, "generated", 0, 9)) {
      Matcher generated = GENERATED.matcher(text);
      if (generated.find()) {
        slicer = generated.group(1);
        version = generated.group(2) == null ? "" : generated.group(2);
      }
    } else if (text.startsWith("TIME:")) {
      seconds = number(text.substring(5));
    } else if (text.startsWith("Filament used:")) {
      filamentMm = number(text.substring(14).replace("m", "")) * 1000;
    } else {
      int equals = text.indexOf('=');
      if (equals > 0) {
        property(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      }
    }
  }

  private void property(String key, String value) {
    switch (key) {
      case "filament used [mm]" -> filamentMm = sum(value);
      case "filament used [g]", "total filament used [g]" -> filamentGrams = sum(value);
      case "estimated printing time (normal mode)" -> seconds = clock(value);
      case "filament_density" -> density = number(value);
      case "filament_diameter" -> diameter = number(value);
      case "gcode_flavor" -> flavor = value;
      default -> {
        // a setting that we do not use
      }
    }
  }

  static double clock(String value) {
    Matcher clock = CLOCK.matcher(value.strip());
    if (!clock.matches()) {
      return Double.NaN;
    }
    return 86400 * whole(clock.group(1))
        + 3600 * whole(clock.group(2))
        + 60 * whole(clock.group(3))
        + whole(clock.group(4));
  }

  private static double whole(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : number(digits);
  }

  private static double sum(String values) {
    double sum = 0;
    for (String value : values.split(",", -1)) {
      sum += number(value);
    }
    return sum;
  }

  /** The first number of a list; not a number if there is none. */
  static double number(String value) {
    String first = value.strip().split("[,; ]", 2)[0];
    try {
      return Double.parseDouble(first);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
