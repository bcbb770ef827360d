package org.vicinal.coordinator.consent;

import org.vicinal.coordinator.decide.Event;

/** What has been said about showing. */
public sealed interface ConsentEvent extends Event {
  /** So much may be shown. */
  record ShowingChosen(Sharer sharer, Showing showing) implements ConsentEvent {}
}
