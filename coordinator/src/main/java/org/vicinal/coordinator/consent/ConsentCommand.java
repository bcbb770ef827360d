package org.vicinal.coordinator.consent;

import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;

/** What may be said about showing. */
public sealed interface ConsentCommand extends Command {
  /** Whose consent it is. */
  Sharer sharer();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.CONSENT, sharer().value());
  }

  /** So much may be shown from now on, of what was built before too. */
  record ChooseShowing(Sharer sharer, Showing showing) implements ConsentCommand {}

  /** Its time has come; a consent waits for nothing. */
  record WakeConsent(Sharer sharer) implements ConsentCommand, Wake {}
}
