package org.vicinal.agent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.control.AgentStatus;
import org.vicinal.agent.control.Desk;
import org.vicinal.agent.control.MachineFigures;
import org.vicinal.agent.journal.Memory;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Heading;
import org.vicinal.agent.machine.Jog;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.Stock;
import org.vicinal.agent.network.Border;
import org.vicinal.agent.recorder.Traffic;
import org.vicinal.agent.workshop.SaidCall;
import org.vicinal.agent.workshop.Say;
import org.vicinal.agent.workshop.WaitingCall;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.messages.id.MachineId;

/** Answers people here: confirmations go through the workshop's journal, a stop goes straight. */
final class AgentDesk implements Desk {
  private final WorkshopLoop loop;
  private final Hands hands;
  private final Border border;
  private final Map<MachineId, Station> stations;
  private final Pictures pictures;
  private final Supplier<Answer> reread;

  AgentDesk(
      WorkshopLoop loop,
      Hands hands,
      Border border,
      Map<MachineId, Station> stations,
      Pictures pictures,
      Supplier<Answer> reread) {
    this.loop = loop;
    this.hands = hands;
    this.border = border;
    this.stations = stations;
    this.pictures = pictures;
    this.reread = reread;
  }

  @Override
  public CompletableFuture<Answer> confirm(MachineId machine, String who, String what) {
    var answer = new CompletableFuture<Answer>();
    loop.put(
        new WorkshopInput.PersonConfirmed(loop.now(), hands.ticket(answer), machine, who, what));
    return answer;
  }

  @Override
  public CompletableFuture<Answer> confirm(
      MachineId machine, String who, String what, Stock stock) {
    return of(machine, it -> it.stock(stock, who))
        .thenCompose(
            answer ->
                answer instanceof Answer.Refused
                    ? CompletableFuture.completedFuture(answer)
                    : confirm(machine, who, what + "; " + stock.words()));
  }

  @Override
  public CompletableFuture<Answer> outline(MachineId machine, boolean skip, String who) {
    return of(machine, it -> it.outline(skip, who));
  }

  @Override
  public CompletableFuture<Answer> act(MachineId id, Act act, String who) {
    return of(
        id,
        machine ->
            switch (act) {
              case STOP -> machine.stopNow();
              case PAUSE -> machine.pause();
              case RESUME -> machine.resume();
              case CANCEL -> machine.cancel("Cancelled by " + who + ".");
              case HOME -> machine.clearAlarm(Machine.AlarmExit.HOME, who);
              case UNLOCK -> machine.clearAlarm(Machine.AlarmExit.UNLOCK, who);
            });
  }

  @Override
  public CompletableFuture<Answer> say(Say say, String who) {
    var answer = new CompletableFuture<Answer>();
    loop.put(new WorkshopInput.PersonSaid(loop.now(), hands.ticket(answer), who, say));
    return answer;
  }

  @Override
  public List<WaitingCall> calls() {
    return loop.calls();
  }

  @Override
  public List<SaidCall> answers() {
    return loop.answers();
  }

  @Override
  public CompletableFuture<Answer> say(MachineId id, String line, String who) {
    return of(id, machine -> machine.say(line, who));
  }

  @Override
  public CompletableFuture<Answer> jog(MachineId id, Jog way, String who) {
    return of(id, machine -> machine.jog(way, who));
  }

  @Override
  public CompletableFuture<Answer> drive(MachineId id, Heading heading, String who) {
    return of(id, machine -> machine.drive(heading, who));
  }

  @Override
  public CompletableFuture<Answer> release(MachineId id) {
    return of(id, Machine::release);
  }

  @Override
  public CompletableFuture<Answer> reread() {
    return CompletableFuture.supplyAsync(reread);
  }

  @Override
  public List<Traffic> console(MachineId id, long since, int most) {
    var station = stations.get(id);
    return station == null ? List.of() : station.recorder().since(since, most);
  }

  @Override
  public Optional<byte[]> picture(MachineId id) throws InterruptedException {
    var run = loop.state().memory().runs().get(id);
    var station = stations.get(id);
    return run == null || station == null
        ? Optional.empty()
        : pictures.find(run.program(), station.entry().limits());
  }

  @Override
  public List<MachineFigures> figures() {
    return stations.values().stream().map(AgentDesk::figures).toList();
  }

  private static MachineFigures figures(Station station) {
    var status = station.machine().status();
    return new MachineFigures(
        status.machine(),
        status.condition().name().toLowerCase(Locale.ROOT),
        status.counters(),
        station.recorder().latency().counted());
  }

  private CompletableFuture<Answer> of(
      MachineId id, Function<Machine, CompletableFuture<Answer>> ask) {
    var station = stations.get(id);
    return station != null
        ? ask.apply(station.machine())
        : CompletableFuture.completedFuture(
            new Answer.Refused(
                "Expected one of %s, but found \"%s\".".formatted(stations.keySet(), id)));
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
        stations.entrySet().stream()
            .map(entry -> line(memory, entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(AgentStatus.MachineLine::name))
            .toList(),
        queue(memory),
        shelf(memory),
        notices(memory));
  }

  private static List<AgentStatus.NoticeLine> notices(Memory memory) {
    return memory.notices().stream()
        .map(
            notice ->
                new AgentStatus.NoticeLine(notice.at(), notice.lot().toString(), notice.words()))
        .toList();
  }

  private static AgentStatus.MachineLine line(Memory memory, MachineId id, Station station) {
    var machine = station.machine();
    var status = machine.status();
    return new AgentStatus.MachineLine(
        id.value(),
        !station.entry().settings().firmware().numbered(),
        status.condition().name().toLowerCase(Locale.ROOT),
        status.why(),
        status.port(),
        status.firmware(),
        status.reading(),
        run(memory, id, machine),
        memory.experienceOf(id).words());
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
        .sorted(Comparator.comparing(OpenLot::readyBy))
        .map(
            lot ->
                new AgentStatus.LotLine(
                    lot.id().toString(),
                    lot.award().title(),
                    lot.machine().value(),
                    lot.award().pieces(),
                    lot.made(),
                    lot.stage().name().toLowerCase(Locale.ROOT),
                    memory.findRunOf(lot.id()).isPresent() ? "" : lot.waitsFor(),
                    lot.readyBy()))
        .toList();
  }

  private static List<AgentStatus.ShelfLine> shelf(Memory memory) {
    return memory.shelf().values().stream()
        .filter(lot -> !lot.gone())
        .map(
            lot ->
                new AgentStatus.ShelfLine(
                    lot.award().lot().toString(),
                    lot.award().title(),
                    lot.made(),
                    lot.stage().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    lot.paid()))
        .toList();
  }
}
