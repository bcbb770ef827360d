package org.vicinal.coordinator.design;

import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.design.DesignCommand.DeclineFork;
import org.vicinal.coordinator.design.DesignCommand.OfferFork;
import org.vicinal.coordinator.design.DesignEvent.ForkDeclined;
import org.vicinal.coordinator.design.DesignEvent.ForkOffered;
import org.vicinal.coordinator.design.DesignState.Published;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;

/**
 * What forks give back: a release is offered by the fork's designer, and taken by the design's, who
 * publishes it as their own next release with both names on it, or declined with a reason.
 */
final class Forks {
  private static final int MOST_OPEN = 50;
  private static final int LONGEST = 500;

  private Forks() {}

  static Decision<DesignEvent> offer(DesignState state, OfferFork offer, Asker by) {
    if (!(state instanceof Published published)) {
      return unknown(offer.design());
    }
    boolean own = by instanceof Asker.Designer(PersonId person) && person.equals(offer.by());
    if (!own && !(by instanceof Asker.Steward)) {
      return reject(
          Kind.FORBIDDEN,
          "Release %s is offered by its designer. Write to them.".formatted(offer.fork()));
    }
    if (offer.fork().design().equals(offer.design())) {
      return invalid("release", "Expected a release of a fork, but found one of this design.");
    }
    if (offer.note().isBlank() || offer.note().length() > LONGEST) {
      return invalid(
          "note", "Expected in 1 to %d characters what is better in it.".formatted(LONGEST));
    }
    if (published.offers().containsKey(offer.fork().toString())) {
      return nothingNew();
    }
    if (published.offers().size() >= MOST_OPEN) {
      return reject(
          Kind.CONFLICT,
          "Design %s has %d offers that wait for a word, which is the most. Write to its designer."
              .formatted(offer.design(), MOST_OPEN));
    }
    return accept(new ForkOffered(offer.design(), offer.fork(), offer.by(), offer.note()));
  }

  static Decision<DesignEvent> decline(DesignState state, DeclineFork it, Asker by) {
    if (!(state instanceof Published published)) {
      return unknown(it.design());
    }
    if (!DesignDecider.mayPublish(state, published.owner(), by)) {
      return reject(Kind.FORBIDDEN, "Offers are answered by the design's designer. Write to them.");
    }
    if (it.reason().isBlank() || it.reason().length() > LONGEST) {
      return invalid("reason", "Expected a reason of 1 to %d characters.".formatted(LONGEST));
    }
    return isOpen(published, it.fork())
        ? accept(new ForkDeclined(it.design(), it.fork(), it.reason()))
        : notOffered(it.fork());
  }

  /** A release says that it takes a fork back only when that was offered. */
  static Optional<Decision<DesignEvent>> wrongIn(DesignState state, Release release) {
    var fork = release.takenFrom();
    return fork == null || (state instanceof Published published && isOpen(published, fork))
        ? Optional.empty()
        : Optional.of(notOffered(fork));
  }

  /** The offers that still wait when {@code release} is published. */
  static SortedMap<String, PersonId> left(DesignState state, Release release) {
    if (!(state instanceof Published published)) {
      return Collections.emptySortedMap();
    }
    var left = new TreeMap<>(published.offers());
    if (release.takenFrom() != null) {
      left.remove(release.takenFrom().toString());
    }
    return left;
  }

  private static boolean isOpen(Published published, ReleaseRef fork) {
    return published.offers().containsKey(fork.toString());
  }

  private static Decision<DesignEvent> notOffered(ReleaseRef fork) {
    return reject(
        Kind.CONFLICT,
        "Release %s is not offered, or was answered already. GET the design lists the offers."
            .formatted(fork));
  }

  private static Decision<DesignEvent> unknown(DesignId design) {
    return reject(Kind.UNKNOWN, "There is no design %s.".formatted(design));
  }
}
