package org.vicinal.coordinator.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.MaterialNeeds;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Quality;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Terms;
import org.vicinal.messages.work.Tolerance;

/**
 * What a customer asks of a part beyond its files: it adds to what the release or the files say,
 * and never takes anything away from it.
 *
 * @param colour such as {@code black}
 * @param tolerance a class of ISO 2768 ({@code f} to {@code v}) or ISO 286 ({@code IT5} to {@code
 *     IT18})
 * @param proven whether a machine must have shown the tolerance, not only claim it
 * @param purposes what it is for, such as {@code food}; nobody has said when absent
 * @param critical dimensions to be measured before a piece is good
 * @param heatCelsius what it must bear in use
 * @param properties of the material, such as {@code flexible}
 */
record Asks(
    @Nullable String colour,
    @Nullable List<String> finishes,
    @Nullable String tolerance,
    @Nullable Boolean proven,
    @Nullable Double roughnessMicrometres,
    @Nullable List<String> purposes,
    @Nullable List<CriticalDimension> critical,
    @Nullable Double sheetMm,
    @Nullable Integer heatCelsius,
    @Nullable List<String> properties,
    @Nullable List<String> certifications) {

  /**
   * The part as it is asked for.
   *
   * @param together how many pieces one workshop must make; 1 when they may be split
   */
  static Requirement added(@Nullable Asks asks, Requirement part, int together) {
    try {
      return asks == null
          ? part.with(terms(part.terms(), part.terms().purposes(), Set.of(), together))
          : asks.added(part, together);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("asks", e.getMessage());
    }
  }

  private Requirement added(Requirement part, int together) {
    var needs = part.needs();
    var quality = part.quality();
    return part.with(
            new MaterialNeeds(
                colour == null ? needs.colour() : colour,
                sheetMm == null ? needs.sheetMm() : sheetMm,
                needs.grams(),
                Math.max(needs.heatCelsius(), heatCelsius == null ? 0 : heatCelsius),
                both(needs.properties(), properties)))
        .with(
            new Quality(
                finer(quality.tolerance()),
                quality.proven() || Boolean.TRUE.equals(proven),
                smoother(quality.roughnessMicrometres()),
                both(quality.finishes(), finishes),
                Stream.concat(
                        quality.critical().stream(),
                        critical == null ? Stream.of() : critical.stream())
                    .toList()))
        .with(
            terms(
                part.terms(),
                purposes(part.terms().purposes()),
                certifications == null ? Set.of() : certifications,
                together));
  }

  private static Terms terms(
      Terms said, Set<Purpose> purposes, Collection<String> certifications, int together) {
    return new Terms(
        purposes,
        Math.max(said.pieces(), together),
        both(said.certifications(), List.copyOf(certifications)));
  }

  private static Set<String> both(Set<String> said, @Nullable List<String> asked) {
    return asked == null
        ? said
        : Stream.concat(said.stream(), asked.stream()).collect(Collectors.toSet());
  }

  /** A design's tolerance is not loosened by an order. */
  private Tolerance finer(Tolerance said) {
    if (tolerance == null || tolerance.isBlank()) {
      return said;
    }
    var asked =
        Tolerance.find(tolerance)
            .orElseThrow(
                () ->
                    Problem.field(
                        "asks.tolerance",
                        "f, m, c or v (ISO 2768) or IT5 to IT18 (ISO 286)",
                        tolerance));
    double usual = 30; // mm: classes keep their order over all lengths that both have
    return said != Tolerance.UNSTATED && said.plusMinusMm(usual) < asked.plusMinusMm(usual)
        ? said
        : asked;
  }

  private double smoother(double said) {
    if (roughnessMicrometres == null || roughnessMicrometres == 0) {
      return said;
    }
    return said == 0 ? roughnessMicrometres : Math.min(said, roughnessMicrometres);
  }

  /** A design for food stays one, whatever an order says of its own use. */
  private Set<Purpose> purposes(Set<Purpose> said) {
    if (purposes == null) {
      return said;
    }
    var all = EnumSet.noneOf(Purpose.class);
    purposes.forEach(word -> all.add(purpose(word)));
    if (all.size() > 1 && all.contains(Purpose.ORDINARY)) {
      throw Problem.field("asks.purposes", "either ordinary use or special purposes", purposes);
    }
    if (all.contains(Purpose.ORDINARY) && !said.isEmpty()) {
      return said;
    }
    said.stream().filter(one -> one != Purpose.ORDINARY).forEach(all::add);
    return all;
  }

  private static Purpose purpose(String word) {
    var name = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Arrays.stream(Purpose.values())
        .filter(purpose -> purpose.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.field(
                    "asks.purposes",
                    Arrays.stream(Purpose.values())
                        .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", ")),
                    word));
  }
}
