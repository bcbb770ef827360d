package org.vicinal.agent.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vicinal.messages.capacity.Opening;
import org.vicinal.messages.config.Nearest;

/** What answers have to be like; each fails with what was expected. */
final class Checks {
  private Checks() {}

  static void anything(String answer) {
    if (answer.length() > 200) {
      throw new IllegalArgumentException("Expected at most 200 characters.");
    }
  }

  static void yesOrNo(String answer) {
    if (!List.of("y", "yes", "n", "no").contains(answer.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("Expected yes or no, found \"%s\".".formatted(answer));
    }
  }

  static void number(String answer, double least, double most) {
    try {
      double value = Double.parseDouble(answer);
      if (value >= least && value <= most) {
        return;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "Expected a number from %.0f to %.0f, found \"%s\".",
            least,
            most,
            answer));
  }

  static void oneOf(String answer, List<String> known) {
    if (!known.contains(answer)) {
      throw new IllegalArgumentException(
          "Expected one of %s, found \"%s\". Did you mean %s?"
              .formatted(String.join(", ", known), answer, Nearest.of(answer, known)));
    }
  }

  /** Such as {@code 220 x 220 x 250}. */
  static List<Double> sides(String answer) {
    var parts = answer.split("[x, ]+", -1);
    try {
      var sides = java.util.Arrays.stream(parts).map(Double::valueOf).toList();
      if (sides.size() == 3 && sides.stream().allMatch(side -> side > 0)) {
        return sides;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "Expected three sides in mm such as 220x220x250, found \"%s\".".formatted(answer));
  }

  /** Such as {@code PLA 25, PETG 28.50}: material to price. */
  static Map<String, Double> materials(String answer) {
    var materials = new LinkedHashMap<String, Double>();
    for (var one : answer.split(",", -1)) {
      int blank = one.strip().lastIndexOf(' ');
      try {
        var name = one.strip().substring(0, Math.max(0, blank)).strip();
        double price = Double.parseDouble(one.strip().substring(blank + 1));
        if (!name.isEmpty() && price >= 0) {
          materials.put(name, price);
          continue;
        }
      } catch (NumberFormatException e) {
        // told below
      }
      throw new IllegalArgumentException(
          "Expected materials and prices such as PLA 25, PETG 28.50, found \"%s\"."
              .formatted(answer));
    }
    return materials;
  }

  /** Such as {@code Mon-Fri 09:00-18:00, Sat 10:00-13:00}; empty for always. */
  static List<String> hours(String answer) {
    if (answer.isBlank() || answer.equals("always")) {
      return List.of();
    }
    var hours = java.util.Arrays.stream(answer.split(",", -1)).map(String::strip).toList();
    hours.forEach(Opening::parse);
    return hours;
  }

  /** Such as {@code 51.45, -0.97}: degrees north and east. */
  static double[] place(String answer) {
    var parts = answer.split("[, ]+", -1);
    try {
      if (parts.length == 2) {
        double north = Double.parseDouble(parts[0]);
        double east = Double.parseDouble(parts[1]);
        if (Math.abs(north) <= 90 && Math.abs(east) <= 180) {
          return new double[] {north, east};
        }
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "Expected degrees north and east such as 51.4501, -0.9680, found \"%s\"."
            .formatted(answer));
  }
}
