package org.vicinal.coordinator.quarantine;

import org.vicinal.coordinator.decide.Event;

/** What a steward has said of a file or a design; who it was is with the event. */
public sealed interface QuarantineEvent extends Event {
  /** What it is about. */
  Suspect suspect();

  /** Why, for everybody whom it concerns to read. */
  String reason();

  /** Nobody is given it. */
  record SuspectHeld(Suspect suspect, String reason) implements QuarantineEvent {}

  /** It is in use again. */
  record SuspectReleased(Suspect suspect, String reason) implements QuarantineEvent {}

  /** The file is to be destroyed, and never taken again. */
  record SuspectRemoved(Suspect suspect, String reason) implements QuarantineEvent {}
}
