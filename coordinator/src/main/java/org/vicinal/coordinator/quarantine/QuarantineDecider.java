package org.vicinal.coordinator.quarantine;

import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Instant;
import java.util.Optional;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.quarantine.QuarantineCommand.HoldSuspect;
import org.vicinal.coordinator.quarantine.QuarantineCommand.ReleaseSuspect;
import org.vicinal.coordinator.quarantine.QuarantineCommand.RemoveSuspect;
import org.vicinal.coordinator.quarantine.QuarantineCommand.WakeQuarantine;
import org.vicinal.coordinator.quarantine.QuarantineEvent.SuspectHeld;
import org.vicinal.coordinator.quarantine.QuarantineEvent.SuspectReleased;
import org.vicinal.coordinator.quarantine.QuarantineEvent.SuspectRemoved;
import org.vicinal.coordinator.quarantine.QuarantineState.InQuarantine;
import org.vicinal.coordinator.quarantine.QuarantineState.InUse;
import org.vicinal.coordinator.quarantine.QuarantineState.Removed;

/**
 * Stewards alone, always with a reason. What cannot be undone takes two steps: only what is in
 * quarantine can be removed.
 */
public final class QuarantineDecider
    implements Decider<QuarantineState, QuarantineCommand, QuarantineEvent> {
  private static final int SHORTEST_REASON = 3;
  private static final int LONGEST_REASON = 500;

  @Override
  public QuarantineState initial() {
    return new InUse();
  }

  @Override
  public Decision<QuarantineEvent> decide(QuarantineState state, Asked<QuarantineCommand> asked) {
    var command = asked.command();
    if (command instanceof WakeQuarantine) {
      return nothingNew();
    }
    if (!(asked.by() instanceof Asker.Steward)) {
      return reject(Kind.FORBIDDEN, "Only a steward says what is in quarantine.");
    }
    return switch (command) {
      case HoldSuspect it -> reasoned(it.reason(), hold(state, it));
      case ReleaseSuspect it -> reasoned(it.reason(), release(state, it));
      case RemoveSuspect it -> reasoned(it.reason(), remove(state, it));
      case WakeQuarantine _ -> nothingNew();
    };
  }

  /** {@code decision} when there is a reason that people can read. */
  private static Decision<QuarantineEvent> reasoned(
      String reason, Decision<QuarantineEvent> decision) {
    int length = reason.strip().length();
    return length < SHORTEST_REASON || length > LONGEST_REASON
        ? invalid(
            "reason",
            "Expected a reason of %d to %d characters, for everybody whom it concerns to read, but found %d."
                .formatted(SHORTEST_REASON, LONGEST_REASON, length))
        : decision;
  }

  private static Decision<QuarantineEvent> hold(QuarantineState state, HoldSuspect it) {
    return switch (state) {
      case InUse _ -> accept(new SuspectHeld(it.suspect(), it.reason()));
      case InQuarantine(var reason) when reason.equals(it.reason()) -> nothingNew();
      case InQuarantine _ -> accept(new SuspectHeld(it.suspect(), it.reason()));
      case Removed(var reason) -> reject(Kind.CONFLICT, "It was removed: " + reason);
    };
  }

  private static Decision<QuarantineEvent> release(QuarantineState state, ReleaseSuspect it) {
    return switch (state) {
      case InUse _ -> nothingNew();
      case InQuarantine _ -> accept(new SuspectReleased(it.suspect(), it.reason()));
      case Removed(var reason) ->
          reject(Kind.CONFLICT, "It was removed, which cannot be undone: " + reason);
    };
  }

  private static Decision<QuarantineEvent> remove(QuarantineState state, RemoveSuspect it) {
    if (it.suspect().findFile().isEmpty()) {
      return invalid(
          "suspect",
          "Expected a file. A design stays in quarantine as long as it must; its files can be removed.");
    }
    return switch (state) {
      case InUse _ ->
          reject(
              Kind.CONFLICT,
              "It is in use. Put it in quarantine first; removing it cannot be undone.");
      case InQuarantine _ -> accept(new SuspectRemoved(it.suspect(), it.reason()));
      case Removed _ -> nothingNew();
    };
  }

  @Override
  public QuarantineState evolve(QuarantineState state, Occurred<QuarantineEvent> event) {
    return switch (event.event()) {
      case SuspectHeld it -> new InQuarantine(it.reason());
      case SuspectReleased _ -> new InUse();
      case SuspectRemoved it -> new Removed(it.reason());
    };
  }

  @Override
  public Optional<Instant> wake(QuarantineState state) {
    return Optional.empty();
  }
}
