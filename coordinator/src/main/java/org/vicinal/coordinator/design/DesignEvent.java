package org.vicinal.coordinator.design;

import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;

/** What has happened to a design. */
public sealed interface DesignEvent extends Event {
  /** It can be ordered from now on. */
  record ReleasePublished(Release release) implements DesignEvent {}

  /** Whoever makes or uses it should know this; of several warnings the last counts. */
  record ReleaseWarned(ReleaseRef release, String reason) implements DesignEvent {}

  /** A fork's release waits for a word from the designer. */
  record ForkOffered(DesignId design, ReleaseRef fork, PersonId by, String note)
      implements DesignEvent {}

  /** The designer does not take it. */
  record ForkDeclined(DesignId design, ReleaseRef fork, String reason) implements DesignEvent {}

  /** It cannot be ordered from now on. */
  record ReleaseWithdrawn(ReleaseRef release, String reason) implements DesignEvent {}
}
