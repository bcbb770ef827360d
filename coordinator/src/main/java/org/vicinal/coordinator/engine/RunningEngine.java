package org.vicinal.coordinator.engine;

import java.util.List;
import org.vicinal.coordinator.decide.Neighbourhood;

/** Puts the parts of an engine together. */
final class RunningEngine {
  private RunningEngine() {}

  @SuppressWarnings("DoNotCallSuggester") // until the next slice, which brings the parts
  static Engine start(
      EngineSettings settings, Neighbourhood neighbourhood, List<EventFeed.Follower> first) {
    throw new UnsupportedOperationException("The engine's parts come with the next slice.");
  }
}
