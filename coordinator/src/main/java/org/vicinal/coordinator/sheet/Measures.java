package org.vicinal.coordinator.sheet;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Figures as people write them, with or without a unit, as what we count in. */
enum Measures {
  LENGTH(
      "a length in mm",
      Map.of(
          "mm", 1.0, "cm", 10.0, "m", 1000.0, "in", 25.4, "inch", 25.4, "\"", 25.4, "µm", 0.001,
          "um", 0.001)),
  FINE("a length in µm", Map.of("µm", 1.0, "um", 1.0, "mm", 1000.0)),
  HEAT("a temperature in °C", Map.of("°c", 1.0, "c", 1.0, "celsius", 1.0)),
  SPEED("a speed in rpm", Map.of("rpm", 1.0, "1/min", 1.0)),
  FEED("a feed in mm/min", Map.of("mm/min", 1.0, "mm/s", 60.0)),
  WEIGHT("a weight in g", Map.of("g", 1.0, "kg", 1000.0)),
  VOLUME(
      "a volume in mm³",
      Map.of("mm³", 1.0, "mm3", 1.0, "cm³", 1000.0, "cm3", 1000.0, "ml", 1000.0)),
  AREA("an area in mm²", Map.of("mm²", 1.0, "mm2", 1.0, "cm²", 100.0, "cm2", 100.0)),
  NUMBER("a number", Map.of());

  private static final Pattern FORM =
      Pattern.compile("([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*(\\S*)");
  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // Map.of is
  private final Map<String, Double> units;

  Measures(String words, Map<String, Double> units) {
    this.words = words;
    this.units = units;
  }

  String words() {
    return words;
  }

  /** The figure that {@code text} is; NaN when it is none. */
  double read(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Double.NaN;
    }
    var unit = form.group(2).toLowerCase(Locale.ROOT);
    double factor = unit.isEmpty() ? 1 : units.getOrDefault(unit, Double.NaN);
    try {
      double value = Double.parseDouble(form.group(1)) * factor;
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
