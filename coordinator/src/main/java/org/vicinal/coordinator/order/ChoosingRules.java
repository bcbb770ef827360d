package org.vicinal.coordinator.order;

import static org.vicinal.coordinator.decide.Decision.invalid;

import java.time.Duration;
import java.util.Optional;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.order.Choosing.Rule;
import org.vicinal.messages.work.Price;

/** Which ways of choosing make sense, field by field; wishes that contradict themselves do not. */
final class ChoosingRules {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(14);

  private ChoosingRules() {}

  static Optional<Decision<OrderEvent>> wrongIn(Choosing choosing, int pieces) {
    if (choosing.otherwise() == Rule.I_CHOOSE) {
      return wrong(
          "otherwise",
          "Expected a rule that decides when you do not: nearest, cheapest, soonest or spread.");
    }
    if (choosing.handovers() < 1 || choosing.handovers() > Choosing.MOST_HANDOVERS) {
      return wrong(
          "handovers",
          "Expected 1 to %d handovers, but found %d."
              .formatted(Choosing.MOST_HANDOVERS, choosing.handovers()));
    }
    if (choosing.together() && choosing.handovers() > 1) {
      return wrong(
          "together",
          "Expected pieces together or up to %d handovers, but found both: one workshop means one handover. Leave one out."
              .formatted(choosing.handovers()));
    }
    if (choosing.handovers() > pieces) {
      return wrong(
          "handovers",
          "Expected at most as many handovers as pieces (%d), but found %d."
              .formatted(pieces, choosing.handovers()));
    }
    if (choosing.firstPiece() && pieces < 2) {
      return wrong(
          "firstPiece",
          "Expected 2 pieces or more when one is to be accepted before the others are made, but found 1. A single piece is accepted anyway.");
    }
    if (choosing.lookFor().compareTo(SHORTEST) < 0 || choosing.lookFor().compareTo(LONGEST) > 0) {
      return wrong(
          "lookFor",
          "Expected a time to choose from 1 s to 14 days, but found %d s."
              .formatted(choosing.lookFor().toSeconds()));
    }
    return wrongUnit(choosing);
  }

  private static Optional<Decision<OrderEvent>> wrongUnit(Choosing choosing) {
    var unit = choosing.unit();
    var most = choosing.most();
    if (unit != null && !Price.isKind(unit)) {
      return wrong(
          "unit",
          "Expected a currency of ISO 4217 such as EUR, HOURS or GIFT, but found \"%s\"."
              .formatted(unit));
    }
    if (most == null) {
      return Optional.empty();
    }
    if (unit == null || unit.equals(Price.Unit.GIFT.name())) {
      return wrong(
          "limit", "Expected a limit in a currency or in HOURS: a limit needs what it counts.");
    }
    return most < 0 || most > Price.MOST
        ? wrong(
            "limit",
            "Expected a limit from 0 to 1,000,000,000,000 minor units, but found %,d."
                .formatted(most))
        : Optional.empty();
  }

  private static Optional<Decision<OrderEvent>> wrong(String field, String reason) {
    return Optional.of(invalid(field, reason));
  }
}
