package org.vicinal.coordinator.design;

import org.vicinal.coordinator.decide.Event;

/** What has happened to a design. */
public sealed interface DesignEvent extends Event {
  /** It can be ordered from now on. */
  record ReleasePublished(Release release) implements DesignEvent {}
}
