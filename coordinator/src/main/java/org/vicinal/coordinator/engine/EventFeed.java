package org.vicinal.coordinator.engine;

import org.vicinal.coordinator.decide.Occurred;

/** Everything that has happened, from the beginning, and then as it happens. */
public interface EventFeed {
  /**
   * Tells {@code follower} every event from the first one on, on a thread of its own. The events of
   * one entity come in their order, each once; those of different entities may change places.
   */
  void follow(Follower follower);

  /** Somebody who makes a picture of the events. Called by one thread only. */
  interface Follower {
    /** Called for each event; an exception is a bug, is logged, and the next event comes. */
    void on(Occurred<?> event);

    /** Called once, when everything that was there at the time of {@link #follow} has been told. */
    void caughtUp();
  }
}
