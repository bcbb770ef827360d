package org.vicinal.coordinator.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vicinal.coordinator.job.Called;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.job.NearMiss;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.messages.fit.Shortfall;

/** Events as plain sentences, for the customer. Times in them are in UTC and say so. */
final class Story {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Story() {}

  static Optional<String> of(OrderEvent event) {
    return switch (event) {
      case OrderEvent.OrderPlaced it ->
          Optional.of(
              "Ordered: %s of %s, wanted by %s"
                  .formatted(
                      pieces(it.wish().pieces()), it.wish().title(), time(it.wish().wanted())));
      case OrderEvent.OrderConfirmed it -> Optional.of("Confirmed");
      case OrderEvent.OrderCancelled it -> Optional.of("Cancelled: " + it.reason());
      case OrderEvent.OrderCompleted it -> Optional.of("All pieces are made");
      case OrderEvent.OrderUnmade it ->
          Optional.of(sentences("Could not be made: " + it.reason(), it.help()));
      case OrderEvent.OrderExpired it ->
          Optional.of("Expired: nobody confirmed it by " + time(it.confirmBy()));
    };
  }

  static Optional<String> of(JobEvent event) {
    return switch (event) {
      case JobEvent.RingSkipped it ->
          Optional.of(
              "Nobody asked %s: %s%s"
                  .formatted(it.ring().name(), it.why(), nearest(it.nearMisses())));
      case JobEvent.RingCalled it ->
          Optional.of(
              "Called %s %s: %s"
                  .formatted(
                      count(it.called().size(), "workshop"),
                      it.ring().name(),
                      called(it.called())));
      case JobEvent.BidPlaced it ->
          Optional.of(
              "%s, %s away, offers %s on %s for %s, ready by %s%s"
                  .formatted(
                      it.from().workshop(),
                      distance(it.metres()),
                      pieces(it.pieces()),
                      it.machine(),
                      it.price().words(),
                      time(it.readyBy()),
                      differs(it)));
      case JobEvent.CallRefused it ->
          Optional.of("%s said no: %s".formatted(it.from().workshop(), it.reason()));
      case JobEvent.TenderClosed it -> Optional.of("Call closed: " + it.why());
      case JobEvent.BidsWeighed it ->
          Optional.of(
              "Weighed "
                  + count(it.table().size(), "bid")
                  + ": "
                  + String.join("; ", it.summary()));
      case JobEvent.BidsOffered it ->
          Optional.of(
              "%s to choose from until %s; otherwise %s"
                  .formatted(count(it.bids().size(), "bid"), time(it.until()), it.then()));
      case JobEvent.BidsChosen it ->
          Optional.of(
              it.picks().isEmpty()
                  ? "The customer took none of the bids"
                  : "The customer chose "
                      + it.picks().stream()
                          .map(
                              pick -> "%s for %s".formatted(pick.workshop(), pieces(pick.pieces())))
                          .collect(Collectors.joining(", ")));
      case JobEvent.OfferEnded it -> Optional.of("Choosing has ended: " + it.why());
      case JobEvent.SearchEnded it -> Optional.of(sentences(it.reason(), it.help()));
      case JobEvent.JobOpened it -> Optional.empty();
      case JobEvent.JobMade it -> Optional.empty();
      case JobEvent.JobUnmade it -> Optional.empty();
      case JobEvent.JobWithdrawn it -> Optional.empty();
      case JobEvent lot -> ofLot(lot);
    };
  }

  private static Optional<String> ofLot(JobEvent event) {
    return switch (event) {
      case JobEvent.LotAwarded it ->
          Optional.of(
              "Given to %s: %s for %s, %s"
                  .formatted(it.workshop(), pieces(it.pieces()), it.price().words(), it.why()));
      case JobEvent.LotAccepted it -> Optional.of(it.from().workshop() + " accepted");
      case JobEvent.LotDeclined it ->
          Optional.of("%s declined: %s".formatted(it.from().workshop(), it.reason()));
      case JobEvent.LotLapsed it ->
          Optional.of("%s did not accept in time".formatted(it.workshop()));
      case JobEvent.RunStarted it ->
          Optional.of(
              "Piece %d begins on %s at %s"
                  .formatted(it.piece(), it.machine(), it.from().workshop()));
      case JobEvent.RunEnded it -> Optional.of(ended(it));
      case JobEvent.LotMade it ->
          Optional.of("%s made %s".formatted(it.from().workshop(), pieces(it.pieces())));
      case JobEvent.LotDelayed it ->
          Optional.of(
              "%s says it will be late, ready by %s: %s. It may be taken back"
                  .formatted(it.from().workshop(), time(it.readyBy()), it.reason()));
      case JobEvent.LotReturned it ->
          Optional.of(
              "%s gave %s back: %s"
                  .formatted(it.from().workshop(), pieces(it.piecesMissing()), it.reason()));
      case JobEvent.LotInterrupted it ->
          Optional.of(
              "Broken off at %s, %s missing: %s"
                  .formatted(it.from().workshop(), pieces(it.piecesMissing()), it.reason()));
      case JobEvent.LotLate it ->
          Optional.of(
              "%s is late: promised by %s. The customer or a steward may take it back"
                  .formatted(it.workshop(), time(it.readyBy())));
      case JobEvent.LotWithdrawn it ->
          Optional.of("Taken back from %s: %s".formatted(it.workshop(), it.reason()));
      case JobEvent.LotRefused it ->
          Optional.of("Pieces of %s are missing again: %s".formatted(it.workshop(), it.why()));
      case JobEvent.SurplusMade it ->
          Optional.of(
              "%s made %s more than is waited for: %s"
                  .formatted(it.from().workshop(), pieces(it.pieces()), it.why()));
      case JobEvent.LotReconciled it ->
          Optional.of(
              "%s still has its lot from before the restart".formatted(it.from().workshop()));
      default -> Optional.empty(); // claims about lots of others are for the steward's log
    };
  }

  private static String differs(JobEvent.BidPlaced it) {
    if (!it.differs().isEmpty()) {
      return " (a counter-bid: " + String.join("; ", it.differs()) + ")";
    }
    return it.inTime() ? "" : " (too late)";
  }

  private static String ended(JobEvent.RunEnded it) {
    var where = "on %s at %s".formatted(it.machine(), it.from().workshop());
    return switch (it.ending()) {
      case MADE -> "A piece is made " + where;
      case FAILED -> "A run failed %s at line %d: %s".formatted(where, it.line(), it.reason());
      case CANCELLED ->
          "A run was stopped %s at line %d: %s".formatted(where, it.line(), it.reason());
      case INTERRUPTED ->
          "A run broke off %s at line %d: %s".formatted(where, it.line(), it.reason());
    };
  }

  private static String nearest(List<NearMiss> misses) {
    return misses.stream()
        .findFirst()
        .map(
            miss ->
                " (nearest: %s's %s, %s)"
                    .formatted(
                        miss.workshop(),
                        miss.machine(),
                        miss.shortfalls().stream()
                            .map(Shortfall::words)
                            .collect(Collectors.joining("; "))))
        .orElse("");
  }

  private static String called(List<Called> called) {
    return called.stream().map(one -> one.workshop().value()).collect(Collectors.joining(", "));
  }

  static String sentences(String first, String second) {
    return second.isBlank() ? first : first.replaceAll("\\.$", "") + ". " + second;
  }

  private static String distance(double metres) {
    return metres < 1_000 ? "%.0f m".formatted(metres) : "%.1f km".formatted(metres / 1_000);
  }

  private static String pieces(int count) {
    return count(count, "piece");
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
