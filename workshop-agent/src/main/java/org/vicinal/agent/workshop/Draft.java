package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.Memory;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Seen;

/** One turn while it is being taken: the state so far, and what came of it. */
final class Draft {
  final WorkshopSettings settings;
  final Instant now;
  private Memory memory;
  Senses senses;

  /** Until when machines have work, as last told; null before the first time. */
  @Nullable Map<MachineId, Instant> told;

  private final List<Fact> facts = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  Draft(WorkshopSettings settings, WorkshopState state, Instant now) {
    this.settings = settings;
    this.now = now;
    memory = state.memory();
    senses = state.senses();
    told = state.told();
  }

  Memory memory() {
    return memory;
  }

  boolean changed() {
    return !facts.isEmpty();
  }

  void note(Fact fact) {
    memory = memory.after(fact);
    facts.add(fact);
  }

  /** Owes this to the coordinator; the workshop's own work concerns nobody else. */
  void tell(Seen seen) {
    if (Own.isOwn(seen)) {
      return;
    }
    note(new Fact.Told(now, seen));
    cause(new Effect.Tell(memory.outbox().waiting().getLast()));
  }

  void cause(Effect effect) {
    effects.add(effect);
  }

  WorkshopTurn turn() {
    return new WorkshopTurn(new WorkshopState(memory, senses, told), facts, effects);
  }
}
