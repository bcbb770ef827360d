package org.vicinal.coordinator.engine;

import java.util.List;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.border.Notices;
import org.vicinal.coordinator.decide.Neighbourhood;

/**
 * A running engine: the broker (when it is ours), the deciders, and the border with the workshops.
 *
 * <p>Safe for any number of threads.
 */
public interface Engine extends AutoCloseable {
  /**
   * Starts everything and returns when commands are decided.
   *
   * @param neighbourhood asked by the rules; follow the events with it
   * @param first told every event so far before the first command is decided: the neighbourhood
   *     must be among them
   * @param notices for customers
   */
  static Engine start(
      EngineSettings settings,
      Neighbourhood neighbourhood,
      List<EventFeed.Follower> first,
      Notices notices) {
    return RunningEngine.start(settings, neighbourhood, first, notices);
  }

  /** Where wishes go in. */
  Commands commands();

  /** What has happened. */
  EventFeed events();

  /** What workshops let us see while they work. */
  Signals signals();

  /** The workshops' credentials. */
  Enrolments enrolments();

  /** Export and import. */
  Backup backup();

  /** How it is. */
  Vitals vitals();

  /** Where workshops reach the broker, {@code host:port}. */
  String bootstrapServers();

  /** Stops everything; what was acknowledged stays. */
  @Override
  void close();
}
