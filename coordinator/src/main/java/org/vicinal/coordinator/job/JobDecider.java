package org.vicinal.coordinator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection;

/** Not written yet: refuses everything. */
public final class JobDecider implements Decider<JobState, JobCommand, JobEvent> {
  @Override
  public JobState initial() {
    return new JobState.NotOpened(List.of());
  }

  @Override
  public Decision<JobEvent> decide(JobState state, Asked<JobCommand> asked) {
    return Decision.reject(Rejection.Kind.CONFLICT, "Jobs have no rules yet.");
  }

  @Override
  public JobState evolve(JobState state, Occurred<JobEvent> event) {
    return state;
  }

  @Override
  public Optional<Instant> wake(JobState state) {
    return Optional.empty();
  }
}
