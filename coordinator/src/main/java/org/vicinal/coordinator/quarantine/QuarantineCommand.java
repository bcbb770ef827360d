package org.vicinal.coordinator.quarantine;

import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;

/** What a steward may say of a file or a design. */
public sealed interface QuarantineCommand extends Command {
  /** What it is about. */
  Suspect suspect();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.QUARANTINE, suspect().value());
  }

  /** Nobody is given it from now on. */
  record HoldSuspect(Suspect suspect, String reason) implements QuarantineCommand {}

  /** It is in use again. */
  record ReleaseSuspect(Suspect suspect, String reason) implements QuarantineCommand {}

  /** A file in quarantine is destroyed, and never taken again. */
  record RemoveSuspect(Suspect suspect, String reason) implements QuarantineCommand {}

  /** Its time has come; a quarantine waits for nothing. */
  record WakeQuarantine(Suspect suspect) implements QuarantineCommand, Wake {}
}
