package org.vicinal.coordinator.deal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Price;

/** Where a deal is; {@link DealDecider} has the drawing. */
public sealed interface DealState {
  /** What was agreed; empty before there was an award. */
  default Optional<Deal> agreed() {
    return switch (this) {
      case NotOpened _ -> Optional.empty();
      case Promised it -> Optional.of(it.deal());
      case Making it -> Optional.of(it.deal());
      case Made it -> Optional.of(it.deal());
      case Ready it -> Optional.of(it.deal());
      case Sent it -> Optional.of(it.deal());
      case HandedOver it -> Optional.of(it.deal());
      case Disputed it -> Optional.of(it.deal());
      case Owing it -> Optional.of(it.deal());
      case Settled it -> Optional.of(it.deal());
    };
  }

  /** There was no award. */
  record NotOpened() implements DealState {}

  /** Awarded; the job waits for the workshop's answer. */
  record Promised(Deal deal) implements DealState {}

  /**
   * Accepted and being made; the job has its times.
   *
   * @param until when a first piece that was shown counts as accepted; null when none is looked at
   */
  record Making(Deal deal, First first, @Nullable Instant until) implements DealState {}

  /** How far the first piece of a lot is. */
  enum First {
    NOT_ASKED,
    AWAITED,
    SHOWN,
    ACCEPTED
  }

  /**
   * The machine has stopped; somebody looks and measures.
   *
   * @param checked whether they passed the gate
   * @param missed what the last check found wrong; empty when nothing
   * @param until when the workshop is reminded, or, once it was, the pieces are called elsewhere
   * @param heard the newest report of a check that counted
   */
  record Made(
      Deal deal, boolean checked, String missed, Instant until, boolean reminded, Heard heard)
      implements DealState {}

  /**
   * The pieces wait to be fetched or sent.
   *
   * @param keptUntil after this the workshop does what its bid said
   * @param reminders how many the customer had
   * @param remindAt when the next is due; {@code keptUntil} after the last
   * @param wrongCodes in a row
   * @param pausedUntil before this no code is looked at; null when there is no pause
   * @param heard the newest report about a code that was looked at
   */
  record Ready(
      Deal deal,
      Instant keptUntil,
      int reminders,
      Instant remindAt,
      int wrongCodes,
      @Nullable Instant pausedUntil,
      Heard heard)
      implements DealState {}

  /** With a carrier, on the shelf, or handed over without the code. */
  record Sent(Deal deal, Handing by, Instant until) implements DealState {}

  /** The customer has them; silence until then accepts. */
  record HandedOver(Deal deal, Instant until) implements DealState {}

  /**
   * Pieces were refused, and the two look for a remedy.
   *
   * @param refused how many of the pieces
   * @param proposals how many there were
   * @param open the one that waits for an answer; null when none does
   * @param mediator who decides, when both have accepted somebody; else null
   * @param until when a steward is asked; once one was, when only the accepted pieces are owed
   * @param overdue whether a steward was asked
   */
  record Disputed(
      Deal deal,
      int refused,
      int proposals,
      @Nullable Proposal open,
      @Nullable PersonId mediator,
      Instant until,
      boolean overdue)
      implements DealState {}

  /** A remedy on the table. */
  record Proposal(int number, Party by, Remedy remedy) {}

  /**
   * What is owed is known; the two tick that it was paid.
   *
   * @param until when they are reminded, or it is closed as it stands
   */
  record Owing(Deal deal, Price owed, boolean paid, boolean received, Instant until, int reminders)
      implements DealState {}

  /** Nothing more is waited for. */
  record Settled(Deal deal, Price owed, boolean paid, boolean received) implements DealState {}
}
