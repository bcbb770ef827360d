package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.deal.Remedy;
import org.vicinal.messages.work.Measured;
import org.vicinal.messages.work.Price;

/** The events of a deal as plain sentences. What people wrote stays sealed, and is shown beside. */
final class DealStory {
  private DealStory() {}

  static Optional<String> of(DealEvent event, DealState after) {
    var workshop = after.agreed().map(deal -> deal.workshop().value()).orElse("the workshop");
    return switch (event) {
      case DealEvent.DealOpened _, DealEvent.DealTaken _, DealEvent.DealDropped _ ->
          Optional.empty(); // told by the job
      case DealEvent.FirstPieceShown it ->
          tell(
              "The first piece of %s is made. Say whether the others may be made until %s",
              workshop, time(it.until()));
      case DealEvent.FirstPieceAccepted it ->
          tell(
              it.bySilence()
                  ? "Nobody said anything against the first piece: %s makes the others"
                  : "The first piece is good: %s makes the others",
              workshop);
      case DealEvent.FirstPieceRefused _ ->
          tell("The first piece of %s is not good; it is asked to make it again", workshop);
      case DealEvent.PiecesMade it ->
          it.why().isEmpty()
              ? Optional.empty()
              : tell("%s keeps %s for the customer: %s", workshop, pieces(it.pieces()), it.why());
      case DealEvent.GatePassed it ->
          tell("%s checked %s%s", workshop, pieces(it.pieces()), found(it));
      case DealEvent.GateMissed it -> tell("The check at %s found: %s", workshop, it.what());
      case DealEvent.GateReminded it ->
          tell(
              "%s is reminded to check and get ready what it made, by %s",
              workshop, time(it.until()));
      case DealEvent.PiecesNeverReady it ->
          tell(
              "%s never got %s ready; they are called for elsewhere",
              workshop, pieces(it.pieces()));
      default -> handedOver(event, after, workshop);
    };
  }

  private static Optional<String> handedOver(DealEvent event, DealState after, String workshop) {
    return switch (event) {
      case DealEvent.PiecesReadied it ->
          tell(
              "Ready at %s, kept until %s; after that %s",
              workshop,
              time(it.keptUntil()),
              after
                  .agreed()
                  .map(deal -> "they are " + deal.footing().kept().then().words())
                  .orElse(""));
      case DealEvent.PickupReminded it ->
          tell(
              "Reminder %d: the pieces wait at %s until %s",
              it.number(), workshop, time(it.keptUntil()));
      case DealEvent.CodeWrong it ->
          it.pausedUntil() == null
              ? tell("Somebody said a wrong pickup code at %s", workshop)
              : tell(
                  "Too many wrong pickup codes at %s: no code is taken until %s",
                  workshop, time(it.pausedUntil()));
      case DealEvent.PiecesSent it ->
          tell(
              "%s handed them over %s%s; without a word they count as there on %s",
              workshop,
              it.by().words(),
              it.mark().isEmpty() ? "" : " (" + it.mark() + ")",
              time(it.until()));
      case DealEvent.PiecesCollected it ->
          tell(
              "The customer has the pieces of %s; silence until %s means content",
              workshop, time(it.until()));
      case DealEvent.PiecesDisposed it ->
          tell("Nobody came for the pieces at %s: they are %s", workshop, it.then().words());
      case DealEvent.PiecesAccepted it ->
          tell(
              it.bySilence()
                  ? "Accepted by silence"
                  : it.sealed().isEmpty() ? "Accepted by the customer" : "Accepted with a remark");
      case DealEvent.PiecesRefused it ->
          tell(
              "The customer refuses %s of %s%s; the two look for a remedy until %s",
              pieces(it.pieces()),
              workshop,
              it.photo() == null ? "" : ", with a photo",
              time(it.until()));
      default -> ended(event, after, workshop);
    };
  }

  private static Optional<String> ended(DealEvent event, DealState after, String workshop) {
    return switch (event) {
      case DealEvent.RemedyProposed it ->
          tell("Proposal %d, by %s: %s", it.number(), it.by().words(), words(it.remedy(), after));
      case DealEvent.RemedyRefused it ->
          tell("Proposal %d is not taken by %s", it.number(), it.by().words());
      case DealEvent.MediatorAccepted it ->
          tell("Both leave it to a mediator, until %s", time(it.until()));
      case DealEvent.DisputeOverdue it ->
          tell(
              "No remedy was found: a steward may decide until %s, then only accepted pieces are"
                  + " owed",
              time(it.until()));
      case DealEvent.DisputeClosed it -> tell("The dispute is closed: %s", closed(it, after));
      case DealEvent.DealCancelled _ ->
          tell("Nobody waits for the pieces at %s any more", workshop);
      case DealEvent.AmountOwed it ->
          tell("Owed to %s: %s, because %s", workshop, owed(it.owed()), it.why());
      case DealEvent.PaidTicked _ -> tell("The customer says that %s is paid", workshop);
      case DealEvent.ReceivedTicked _ -> tell("%s says that it has come", workshop);
      case DealEvent.PaymentReminded it ->
          tell("Reminder %d: nobody has ticked paid and received for %s", it.number(), workshop);
      case DealEvent.DealSettled it -> tell("Settled with %s: %s", workshop, it.how());
      default -> Optional.empty(); // told before
    };
  }

  /** What somebody wrote with an event. */
  static Optional<DealView.Said> said(DealEvent event) {
    var said =
        switch (event) {
          case DealEvent.FirstPieceRefused it -> new DealView.Said("firstPiece", it.sealed(), null);
          case DealEvent.PiecesAccepted it -> new DealView.Said("accepted", it.sealed(), null);
          case DealEvent.PiecesRefused it -> new DealView.Said("refused", it.sealed(), it.photo());
          case DealEvent.DisputeClosed it -> new DealView.Said("decided", it.sealed(), null);
          default -> new DealView.Said("", "", null);
        };
    return said.sealed().isEmpty() ? Optional.empty() : Optional.of(said);
  }

  private static String closed(DealEvent.DisputeClosed it, DealState after) {
    if (it.remedy() == null) {
      return "nobody decided, and the rule holds";
    }
    return (it.agreed() ? "both agree on " : "a steward decided on ") + words(it.remedy(), after);
  }

  /** What a proposal says, such as "a remake, ready by ...". */
  static String words(Remedy remedy, DealState after) {
    return switch (remedy) {
      case Remedy.Remake it -> "a remake, ready by " + time(it.readyBy());
      case Remedy.PartPayment it ->
          "a payment of "
              + after
                  .agreed()
                  .map(deal -> Price.words(deal.price().kind(), it.minorUnits()))
                  .orElse("a part");
      case Remedy.Mediator _ -> "a mediator";
    };
  }

  private static String owed(Price price) {
    return price.minorUnits() == 0 && price.unit() != Price.Unit.GIFT ? "nothing" : price.words();
  }

  private static String found(DealEvent.GatePassed it) {
    return it.measured().isEmpty()
        ? ""
        : it.measured().stream()
            .map((Measured one) -> "%s %.3f mm".formatted(one.what(), one.foundMm()))
            .collect(Collectors.joining(", ", " and measured ", ""));
  }

  @SuppressWarnings("AnnotateFormatMethod") // of Error Prone's own, which is not on our class path
  private static Optional<String> tell(String words, Object... what) {
    return Optional.of(words.formatted(what));
  }

  private static String pieces(int count) {
    return count + (count == 1 ? " piece" : " pieces");
  }

  private static String time(Instant instant) {
    return Story.time(instant);
  }

  /** One list of sentences, as they happened. */
  static List<StoryLine> merged(List<StoryLine> order, List<DealView> deals) {
    if (deals.isEmpty()) {
      return order;
    }
    var all = new java.util.ArrayList<>(order);
    deals.forEach(deal -> all.addAll(deal.story()));
    all.sort(StoryLine.ORDER);
    return all;
  }
}
