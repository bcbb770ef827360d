package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.journal.Memory;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Call;

/**
 * Everything a workshop knows: what its journal remembers and what it sees now.
 *
 * @param told until when machines have work, as the coordinator was last told; null before that
 */
public record WorkshopState(Memory memory, Senses senses, @Nullable Map<MachineId, Instant> told) {

  /** The state after a start, when only the journal is known. */
  public static WorkshopState remembered(Memory memory) {
    return new WorkshopState(memory, Senses.NONE, null);
  }

  /** When the workshop wants to hear the clock although nothing else has happened. */
  public Optional<Instant> wake() {
    var times = new ArrayList<Instant>();
    memory.calls().stream().map(Call::closesAt).map(Tenders::givenUp).forEach(times::add);
    for (var call : memory.calls()) {
      if (senses.questions().containsKey(call.job()) || Slice.isNeededFor(call)) {
        times.add(Tenders.lastWord(call));
      }
    }
    for (var file : senses.files().values()) {
      if (file instanceof FileSight.Again again) {
        times.add(again.at());
      }
    }
    for (var ask : senses.asked().values()) {
      if (ask.again() != null) {
        times.add(ask.again());
      }
    }
    return times.stream().min(Instant::compareTo);
  }
}
