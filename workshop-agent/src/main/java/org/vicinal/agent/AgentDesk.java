package org.vicinal.agent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.control.AgentStatus;
import org.vicinal.agent.control.Desk;
import org.vicinal.agent.journal.Memory;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.network.Border;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.messages.id.MachineId;

/** Answers people here: confirmations go through the workshop's journal, a stop goes straight. */
final class AgentDesk implements Desk {
  private final WorkshopLoop loop;
  private final Hands hands;
  private final Border border;
  private final Map<MachineId, Machine> machines;

  AgentDesk(WorkshopLoop loop, Hands hands, Border border, Map<MachineId, Machine> machines) {
    this.loop = loop;
    this.hands = hands;
    this.border = border;
    this.machines = machines;
  }

  @Override
  public CompletableFuture<Answer> confirm(MachineId machine, String who, String what) {
    var answer = new CompletableFuture<Answer>();
    loop.put(
        new WorkshopInput.PersonConfirmed(loop.now(), hands.ticket(answer), machine, who, what));
    return answer;
  }

  @Override
  public CompletableFuture<Answer> act(MachineId id, Act act, String who) {
    var machine = machines.get(id);
    if (machine == null) {
      return CompletableFuture.completedFuture(
          new Answer.Refused(
              "Expected one of %s, but found \"%s\".".formatted(machines.keySet(), id)));
    }
    return switch (act) {
      case STOP -> machine.stopNow();
      case PAUSE -> machine.pause();
      case RESUME -> machine.resume();
      case CANCEL -> machine.cancel("Cancelled by " + who + ".");
      case HOME -> machine.clearAlarm(Machine.AlarmExit.HOME, who);
      case UNLOCK -> machine.clearAlarm(Machine.AlarmExit.UNLOCK, who);
    };
  }

  @Override
  public AgentStatus status() {
    var memory = loop.state().memory();
    var connection = border.connection();
    return new AgentStatus(
        memory.workshop().value(),
        new AgentStatus.Connection(connection.connected(), connection.words()),
        memory.outbox().waiting().size(),
        memory.calls().size(),
        machines.entrySet().stream()
            .map(entry -> line(memory, entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(AgentStatus.MachineLine::name))
            .toList(),
        queue(memory));
  }

  private static AgentStatus.MachineLine line(Memory memory, MachineId id, Machine machine) {
    var status = machine.status();
    return new AgentStatus.MachineLine(
        id.value(),
        status.condition().name().toLowerCase(Locale.ROOT),
        status.why(),
        status.port(),
        status.firmware(),
        status.reading(),
        run(memory, id, machine));
  }

  private static AgentStatus.@Nullable RunLine run(Memory memory, MachineId id, Machine machine) {
    var active = memory.runs().get(id);
    if (active == null) {
      return null;
    }
    long line = machine.status().run().map(run -> run.line()).orElse(0L);
    return new AgentStatus.RunLine(
        active.run().value(), active.lot().toString(), active.piece(), line, active.lines());
  }

  private static List<AgentStatus.LotLine> queue(Memory memory) {
    return memory.open().values().stream()
        .sorted(Comparator.comparing((OpenLot lot) -> lot.award().readyBy()))
        .map(
            lot ->
                new AgentStatus.LotLine(
                    lot.id().toString(),
                    lot.award().title(),
                    lot.machine().value(),
                    lot.award().pieces(),
                    lot.made(),
                    lot.stage().name().toLowerCase(Locale.ROOT),
                    lot.waitsFor(),
                    lot.award().readyBy()))
        .toList();
  }
}
