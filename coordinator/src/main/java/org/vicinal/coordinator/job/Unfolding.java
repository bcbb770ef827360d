package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Neighbourhood;

/**
 * A decision in the making: each event moves the state that the next rule reads, so that what is
 * decided and what is stored cannot differ. Lives for one decision, in one thread.
 */
final class Unfolding {
  private final Asked<JobCommand> asked;
  private final List<JobEvent> events = new ArrayList<>();
  private JobState state;

  Unfolding(JobState state, Asked<JobCommand> asked) {
    this.state = state;
    this.asked = asked;
  }

  JobState state() {
    return state;
  }

  Instant at() {
    return asked.at();
  }

  Asker by() {
    return asked.by();
  }

  long generation() {
    return asked.generation();
  }

  Neighbourhood neighbourhood() {
    return asked.neighbourhood();
  }

  /** This happens next. */
  void then(JobEvent event) {
    events.add(event);
    state = Evolution.after(state, event);
  }

  /** Everything that happened; perhaps nothing. */
  Decision<JobEvent> accepted() {
    return Decision.accept(events);
  }
}
