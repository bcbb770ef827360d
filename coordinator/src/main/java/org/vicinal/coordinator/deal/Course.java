package org.vicinal.coordinator.deal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;

/**
 * A decision in the making: each event moves the state that the next rule reads. Lives for one
 * decision, in one thread.
 */
final class Course {
  private final Asked<DealCommand> asked;
  private final List<DealEvent> events = new ArrayList<>();
  private DealState state;

  Course(DealState state, Asked<DealCommand> asked) {
    this.state = state;
    this.asked = asked;
  }

  DealState state() {
    return state;
  }

  Instant at() {
    return asked.at();
  }

  Asker by() {
    return asked.by();
  }

  void then(DealEvent event) {
    events.add(event);
    state = DealEvolution.after(state, event);
  }

  Decision<DealEvent> accepted() {
    return Decision.accept(events);
  }
}
