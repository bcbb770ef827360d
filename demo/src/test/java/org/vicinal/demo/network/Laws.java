package org.vicinal.demo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Instruction;

/** What must hold at every moment of every simulation, whatever happens. */
final class Laws {
  private final Map<LotId, Instruction.Award> awards = new HashMap<>();
  private final Map<LotId, Integer> runs = new HashMap<>();
  private final Map<LotId, String> pieces = new HashMap<>();
  private final Set<RunId> begun = new HashSet<>();

  /** The coordinator awards a lot: its id was never used before, in no past. */
  void awarded(Instruction.Award award) {
    assertThat(awards.put(award.lot(), award)).as("lot %s, used before", award.lot()).isNull();
  }

  /** The first byte of a run goes out. */
  void begins(RunId run, LotId lot, int piece) {
    assertThat(begun.add(run)).as("run %s begins once", run).isTrue();
    var award = awards.get(lot);
    assertThat(award).as("lot %s was awarded", lot).isNotNull();
    int count = runs.merge(lot, 1, Integer::sum);
    if (award != null) {
      assertThat(count).as("runs of lot %s", lot).isLessThanOrEqualTo(award.pieces());
    }
    var before = pieces.put(lot, pieces.getOrDefault(lot, "") + "," + piece);
    assertThat(before == null ? "" : before)
        .as("pieces of lot %s begun before", lot)
        .doesNotContain("," + piece);
  }

  /** A machine in alarm is asked how it is, and nothing else, until a person lets it out. */
  void writtenInAlarm(MachineId machine, String bytes) {
    assertThat(bytes).as("bytes to %s while it is in alarm", machine).matches("[?]+");
  }

  /** What is owed is what was accepted, by the price of the bid; and it is owed once. */
  void owed(List<Occurred<?>> log) {
    var owed = new HashMap<LotId, Long>();
    for (var occurred : log) {
      if (occurred.event() instanceof DealEvent.AmountOwed it) {
        assertThat(owed.put(it.lot(), it.owed().minorUnits()))
            .as("%s, owed twice", it.lot())
            .isNull();
      }
    }
    for (var occurred : log) {
      if (occurred.event() instanceof DealEvent.DealSettled it) {
        assertThat(it.owed().minorUnits())
            .as("%s, settled for what is owed", it.lot())
            .isEqualTo(owed.getOrDefault(it.lot(), 0L));
      }
    }
    new Bill(log)
        .amounts()
        .forEach(
            (lot, amount) ->
                assertThat(owed.getOrDefault(lot, 0L))
                    .as("%s, by the price of its bid and the pieces that were accepted", lot)
                    .isBetween(amount - Bill.CENTS, amount + Bill.CENTS));
  }

  int runsBegun() {
    return begun.size();
  }
}
