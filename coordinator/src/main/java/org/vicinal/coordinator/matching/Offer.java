package org.vicinal.coordinator.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.capacity.Rate;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;

/**
 * What one machine could do, as far as its workshop has published it. No promise: that is a bid.
 *
 * @param freeAt when its queue is done
 * @param earliest when all pieces could be ready; null when nobody can say, or not within a year
 * @param cost about how much; null without published rates
 */
public record Offer(
    WorkshopId workshop,
    double metres,
    MachineId machine,
    Fit.Fits fit,
    Instant freeAt,
    @Nullable Instant earliest,
    @Nullable Cost cost) {
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double GRAMS_PER_KILOGRAM = 1_000;

  /** Minor units of a currency: as expected, and between which figures. */
  public record Cost(String currency, long low, long likely, long high) {}

  static Offer of(Question question, Found.Fitting place, Found.Able able) {
    var capacity = place.capacity();
    var rate = capacity.findRate(able.machine()).orElse(null);
    var free = capacity.freeAt(able.machine(), question.now());
    var earliest =
        question.work().known()
            ? capacity.hours().findEnd(free, perPiece(question.work(), rate), question.pieces())
            : java.util.Optional.<Instant>empty();
    return new Offer(
        place.workshop(),
        place.metres(),
        able.machine(),
        able.fit(),
        free,
        earliest.orElse(null),
        rate == null || !question.work().known() ? null : cost(question, able.fit(), rate));
  }

  private static Duration perPiece(Work work, @Nullable Rate rate) {
    return Duration.ofSeconds(
        Math.round(work.seconds()) + (rate == null ? 0 : rate.handlingSeconds()));
  }

  private static Cost cost(Question question, Fit.Fits fit, Rate rate) {
    var work = question.work();
    double material =
        rate.materials().getOrDefault(fit.material().toLowerCase(java.util.Locale.ROOT), 0L);
    boolean byWeight = Taxonomy.STANDARD.isKindOf(question.part().making(), Making.PRINTING);
    double piece =
        rate.hour() * work.seconds() / SECONDS_PER_HOUR
            + (byWeight ? material * work.grams() / GRAMS_PER_KILOGRAM : 0);
    double fixed = rate.setup() + (byWeight ? 0 : material * question.pieces());
    double all = piece * question.pieces();
    return new Cost(
        rate.currency(),
        Math.round(fixed + all / work.error()),
        Math.round(fixed + all),
        Math.round(fixed + all * work.error()));
  }

  /** Whether it could be ready when it is wanted; unknown counts as yes. */
  public boolean inTime(Instant wanted) {
    return earliest == null || !earliest.isAfter(wanted);
  }

  /**
   * In time before late; then as preferred; then the nearest. Unlike currencies are not compared.
   */
  static Comparator<Offer> order(Question question) {
    var late = Comparator.<Offer>comparingInt(offer -> offer.inTime(question.wanted()) ? 0 : 1);
    var near =
        Comparator.comparingDouble(Offer::metres)
            .thenComparing(offer -> offer.workshop().value())
            .thenComparing(Offer::ready)
            .thenComparing(offer -> offer.machine().value());
    return switch (question.preference()) {
      case NEAREST -> late.thenComparing(near);
      case SOONEST -> late.thenComparing(Offer::ready).thenComparing(near);
      case CHEAPEST ->
          late.thenComparing(Offer::currency).thenComparingLong(Offer::price).thenComparing(near);
      case SPREAD -> late.thenComparing(Offer::freeAt).thenComparing(near);
    };
  }

  private Instant ready() {
    return earliest == null ? Instant.MAX : earliest;
  }

  private String currency() {
    return cost == null ? "~" : cost.currency(); // behind every currency
  }

  private long price() {
    return cost == null ? Long.MAX_VALUE : cost.likely();
  }
}
