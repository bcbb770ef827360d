package org.vicinal.messages.fit;

import java.util.Map;
import java.util.Optional;
import org.vicinal.messages.taxonomy.Material;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Tolerance;

/**
 * A wish that no machine can fulfil, wherever it stands: it is answered at once instead of being
 * asked around.
 *
 * @param field what it is about: {@code material}, {@code tolerance}, {@code sheetMm}, {@code
 *     heatCelsius} or {@code size}
 * @param reason a sentence with what was asked, what stands against it, and what to do
 */
public record Contradiction(String field, String reason) {
  /**
   * The finest grade of ISO 286 that is believed of a process. Tables of what is usual (Engineering
   * Toolbox, "International Tolerance Grades": milling IT10, turning IT7; makers of printers: ±0.1
   * to ±0.2 mm) stand two to four grades coarser, so that nobody's good machine is argued away.
   */
  private static final Map<Making, Tolerance> FINEST =
      Map.of(
          Making.FFF, Tolerance.IT9,
          Making.POWDER, Tolerance.IT9,
          Making.RESIN, Tolerance.IT8,
          Making.SHEET_CUTTING, Tolerance.IT8,
          Making.MILLING, Tolerance.IT6);

  private static final double SHEET_SLACK_MM = 0.5;

  /** What contradicts itself in {@code part}, the first thing found; empty when nothing does. */
  public static Optional<Contradiction> in(Requirement part) {
    return material(part)
        .or(() -> heat(part))
        .or(() -> sheet(part))
        .or(() -> tolerance(part))
        .or(() -> critical(part));
  }

  private static Optional<Contradiction> material(Requirement part) {
    return Taxonomy.STANDARD
        .findMaterial(part.material())
        .filter(known -> !known.processes().isEmpty())
        .filter(known -> known.processes().stream().noneMatch(way -> related(way, part.making())))
        .map(
            known ->
                new Contradiction(
                    "material",
                    "Expected a material for %s, but %s is not one. Choose another material or another process."
                        .formatted(part.making().words(), known.name())));
  }

  private static boolean related(Making way, Making asked) {
    return Taxonomy.STANDARD.isKindOf(way, asked) || Taxonomy.STANDARD.isKindOf(asked, way);
  }

  private static Optional<Contradiction> heat(Requirement part) {
    int needed = part.needs().heatCelsius();
    return Taxonomy.STANDARD
        .findMaterial(part.material())
        .flatMap(Material::findHeat)
        .filter(bears -> bears.value() < needed)
        .map(
            bears ->
                new Contradiction(
                    "heatCelsius",
                    "Expected a material that bears %d °C, but %s bears %.0f °C (%s). Choose another material."
                        .formatted(needed, part.material(), bears.value(), bears.source())));
  }

  private static Optional<Contradiction> sheet(Requirement part) {
    double sheet = part.needs().sheetMm();
    var size = part.size();
    double thin = Math.min(size.x(), Math.min(size.y(), size.z()));
    boolean cut = Taxonomy.STANDARD.isKindOf(part.making(), Making.SHEET_CUTTING);
    return cut && sheet > 0 && thin > sheet + SHEET_SLACK_MM
        ? Optional.of(
            new Contradiction(
                "sheetMm",
                "Expected a part no thicker than its sheet of %.1f mm, but its thinnest side is %.1f mm. Take a thicker sheet or another process."
                    .formatted(sheet, thin)))
        : Optional.empty();
  }

  private static Optional<Contradiction> tolerance(Requirement part) {
    var asked = part.quality().tolerance();
    double length = part.size().stated() ? part.size().longest() : 0;
    return tooFine(part, "a tolerance", length, asked.plusMinusMm(length));
  }

  private static Optional<Contradiction> critical(Requirement part) {
    return part.quality().critical().stream()
        .flatMap(one -> tooFine(part, one.what(), one.nominalMm(), one.plusMinusMm()).stream())
        .findFirst();
  }

  private static Optional<Contradiction> tooFine(
      Requirement part, String what, double length, double plusMinus) {
    return FINEST.entrySet().stream()
        .filter(entry -> Taxonomy.STANDARD.isKindOf(part.making(), entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(finest -> plusMinus < finest.plusMinusMm(length)) // never true of NaN
        .map(
            finest ->
                new Contradiction(
                    "tolerance",
                    "Expected for %s of %.1f mm by %s no less than ±%.3f mm (%s), but found ±%.3f mm. Ask for less, or for another process."
                        .formatted(
                            what,
                            length,
                            part.making().words(),
                            finest.plusMinusMm(length),
                            finest.words(),
                            plusMinus)))
        .findFirst();
  }
}
