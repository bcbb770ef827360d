package org.vicinal.mesh.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.vicinal.mesh.Finding;
import org.vicinal.mesh.Measure;

/** What one unit of a file is in millimetres, said or suspected. */
final class Units {
  /** The units of 3MF (core specification, ST_Unit), and short forms of them. */
  private static final Map<String, Double> KNOWN =
      Map.ofEntries(
          Map.entry("micron", 0.001),
          Map.entry("millimeter", 1.0),
          Map.entry("centimeter", 10.0),
          Map.entry("inch", 25.4),
          Map.entry("foot", 304.8),
          Map.entry("meter", 1000.0),
          Map.entry("mm", 1.0),
          Map.entry("cm", 10.0),
          Map.entry("in", 25.4),
          Map.entry("m", 1000.0),
          Map.entry("millimetre", 1.0),
          Map.entry("centimetre", 10.0),
          Map.entry("metre", 1000.0));

  /** Some programs write {@code UNITS=mm} into the header of an STL, or a comment of an OBJ. */
  private static final Pattern STATED =
      Pattern.compile("\\bunits?\\s*[=:]\\s*([a-z]+)", Pattern.CASE_INSENSITIVE);

  private static final double SMALLEST_LIKELY = 10;
  private static final double METRES_LIKELY = 1;
  private static final double LARGEST_LIKELY = 3000;

  private Units() {}

  /** Millimetres in {@code unit}; NaN when it is none. */
  static double millimetres(String unit) {
    return KNOWN.getOrDefault(unit.strip().toLowerCase(Locale.ROOT), Double.NaN);
  }

  /** Millimetres in the unit that {@code text} states; NaN when it states none. */
  static double stated(String text) {
    var found = STATED.matcher(text);
    return found.find() ? millimetres(found.group(1)) : Double.NaN;
  }

  /** A guess for formats without units, when what is there is no likely size in millimetres. */
  static void suspect(Measure.Part part, List<Finding> findings) {
    double side = part.box().longest();
    if (side <= 0) {
      return;
    }
    if (side < METRES_LIKELY) {
      tell(findings, part, side, "metres", 1000);
    } else if (side < SMALLEST_LIKELY) {
      tell(findings, part, side, "inches", 25.4);
    } else if (side > LARGEST_LIKELY) {
      tell(findings, part, side, "micrometres", 0.001);
    }
  }

  private static void tell(
      List<Finding> findings, Measure.Part part, double side, String unit, double millimetres) {
    findings.add(
        new Finding(
            Finding.Kind.SUSPECT_UNITS,
            "%s is %.4g mm long if its numbers are millimetres. Drawn in %s it would be %.4g mm: ask which it is."
                .formatted(part.name(), side, unit, side * millimetres)));
  }
}
