package org.vicinal.coordinator.order;

import static org.vicinal.coordinator.decide.Decision.invalid;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.order.OrderCommand.PlaceOrder;
import org.vicinal.messages.fit.Contradiction;
import org.vicinal.messages.work.FileRef;

/** What can be wished for, field by field. */
final class WishRules {
  private static final int LONGEST_ID = 72; // its job's id is longer, and has to be an id too
  private static final int LONGEST_TITLE = 120;
  private static final int MOST_FILES = 16;
  private static final int MOST_SEALED = 16_000; // characters
  private static final Duration FARTHEST = Duration.ofDays(366);

  private WishRules() {}

  /** The first thing that is wrong with an order placed at {@code at}. */
  static Optional<Decision<OrderEvent>> wrongIn(PlaceOrder command, Instant at) {
    var wish = command.wish();
    if (command.order().value().length() > LONGEST_ID) {
      return wrong("id", "Expected an id of at most " + LONGEST_ID + " characters.");
    }
    if (wish.title().isBlank() || wish.title().length() > LONGEST_TITLE) {
      return wrong("title", "Expected a title of 1 to " + LONGEST_TITLE + " characters.");
    }
    int most = command.rules().mostPieces();
    if (wish.pieces() < 1 || wish.pieces() > most) {
      return wrong(
          "pieces",
          "Expected 1 to %d pieces, but found %d. Ask for fewer, or in several orders."
              .formatted(most, wish.pieces()));
    }
    if (!wish.wanted().isAfter(at) || wish.wanted().isAfter(at.plus(FARTHEST))) {
      return wrong(
          "wanted",
          "Expected a time after now (%s) and within a year, but found %s."
              .formatted(at, wish.wanted()));
    }
    if (wish.files().isEmpty() || wish.files().size() > MOST_FILES) {
      return wrong(
          "files",
          "Expected 1 to %d files to make it from, but found %d."
              .formatted(MOST_FILES, wish.files().size()));
    }
    if (wish.files().stream().noneMatch(file -> file.role() == FileRef.Role.PROGRAM)
        && wish.files().stream().noneMatch(file -> file.role() == FileRef.Role.MODEL)) {
      return wrong("files", "Expected a program or a model among the files.");
    }
    var contradiction = Contradiction.in(wish.requirement());
    if (contradiction.isPresent()) {
      return wrong(contradiction.get().field(), contradiction.get().reason());
    }
    var excluded = command.rules().findExclusion(wish.title(), wish.requirement());
    if (excluded.isPresent()) {
      return wrong(
          "title",
          "This community does not have that made (%s, its rules of version %d): %s"
              .formatted(
                  excluded.get().what(), command.rules().version(), excluded.get().because()));
    }
    if (wish.choosing() != null) {
      var choosing = ChoosingRules.wrongIn(wish.choosing(), wish.pieces());
      if (choosing.isPresent()) {
        return choosing;
      }
    }
    if (command.sealed().length() > MOST_SEALED) {
      return wrong("note", "Expected a contact and note of together at most 8,000 characters.");
    }
    return Optional.empty();
  }

  private static Optional<Decision<OrderEvent>> wrong(String field, String reason) {
    return Optional.of(invalid(field, reason));
  }
}
