package org.vicinal.coordinator.consent;

import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Instant;
import java.util.Optional;
import org.vicinal.coordinator.consent.ConsentCommand.ChooseShowing;
import org.vicinal.coordinator.consent.ConsentCommand.WakeConsent;
import org.vicinal.coordinator.consent.ConsentEvent.ShowingChosen;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;

/** Everybody speaks for themselves alone, and the last word counts. */
public final class ConsentDecider implements Decider<ConsentState, ConsentCommand, ConsentEvent> {
  @Override
  public ConsentState initial() {
    return new ConsentState(false, Showing.NOTHING);
  }

  @Override
  public Decision<ConsentEvent> decide(ConsentState state, Asked<ConsentCommand> asked) {
    return switch (asked.command()) {
      case ChooseShowing it -> choose(state, it, asked.by());
      case WakeConsent _ -> nothingNew();
    };
  }

  private static Decision<ConsentEvent> choose(ConsentState state, ChooseShowing it, Asker by) {
    boolean own =
        switch (by) {
          case Asker.Customer(var person) -> it.sharer().equals(Sharer.of(person));
          case Asker.Designer(var person) -> it.sharer().equals(Sharer.of(person));
          case Asker.Steward(var person) -> it.sharer().equals(Sharer.of(person));
          case Asker.Workshop(var workshop) -> it.sharer().equals(Sharer.of(workshop));
          case Asker.Coordinator _ -> false;
        };
    if (!own) {
      return reject(Kind.FORBIDDEN, "What may be shown is said by whom it is about.");
    }
    return state.asked() && state.showing().equals(it.showing())
        ? nothingNew()
        : accept(new ShowingChosen(it.sharer(), it.showing()));
  }

  @Override
  public ConsentState evolve(ConsentState state, Occurred<ConsentEvent> event) {
    return switch (event.event()) {
      case ShowingChosen it -> new ConsentState(true, it.showing());
    };
  }

  @Override
  public Optional<Instant> wake(ConsentState state) {
    return Optional.empty();
  }
}
