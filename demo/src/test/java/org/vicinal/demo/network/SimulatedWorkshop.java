package org.vicinal.demo.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.Memory;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Beginning;
import org.vicinal.agent.machine.Input;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.agent.machine.RunRequest;
import org.vicinal.agent.workshop.Check;
import org.vicinal.agent.workshop.Effect;
import org.vicinal.agent.workshop.MachineOffer;
import org.vicinal.agent.workshop.Say;
import org.vicinal.agent.workshop.Workshop;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.agent.workshop.WorkshopSettings;
import org.vicinal.agent.workshop.WorkshopState;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.work.Handing;

/** A workshop's agent: its real rules and machines, a journal in memory, people, and kill -9. */
final class SimulatedWorkshop implements SimulatedMachine.Owner {
  private static final double SECONDS_PER_PIECE = 30;

  private final WorkshopId id;
  private final Agenda agenda;
  private final Weather weather;
  private final Laws laws;
  private final Workshop rules;
  private final Map<MachineId, SimulatedMachine> machines = new HashMap<>();
  private final Memory first;
  private final List<Fact> journal = new ArrayList<>();
  private final Town town;
  private WorkshopState state;
  private boolean alive;
  private int incarnation;
  private long tickets;
  private long ticking = Long.MAX_VALUE;

  SimulatedWorkshop(
      WorkshopId id,
      Agenda agenda,
      Weather weather,
      Laws laws,
      Town town,
      List<MachineOffer> offers) {
    this.id = id;
    this.agenda = agenda;
    this.weather = weather;
    this.laws = laws;
    this.town = town;
    rules = new Workshop(new WorkshopSettings(id, "0.1.0", "EUR", Duration.ofSeconds(60), offers));
    first = Memory.begun(id, 1_000);
    state = WorkshopState.remembered(first);
    for (var offer : offers) {
      machines.put(offer.id(), new SimulatedMachine(agenda, offer, laws, this));
    }
  }

  WorkshopId id() {
    return id;
  }

  /** The process starts: what it knows is what the journal holds. */
  void start() {
    alive = true;
    incarnation++;
    ticking = Long.MAX_VALUE;
    var memory = first;
    for (var fact : journal) {
      memory = memory.after(fact);
    }
    state = WorkshopState.remembered(memory);
    var lines = new HashMap<RunId, Long>();
    memory.runs().values().forEach(run -> lines.put(run.run(), 1L));
    var beginnings = new HashMap<MachineId, Beginning>();
    for (var machine : machines.keySet()) {
      beginnings.put(machine, beginning(memory, machine));
    }
    hear(new WorkshopInput.Started(agenda.instant(), lines));
    machines.forEach(
        (machine, it) -> it.start(beginnings.getOrDefault(machine, Beginning.UNKNOWN), this));
    people();
  }

  private static Beginning beginning(Memory memory, MachineId machine) {
    if (memory.runs().containsKey(machine) || memory.unsafe().contains(machine)) {
      return Beginning.INTERRUPTED;
    }
    return memory.confirmations().containsKey(machine) ? Beginning.CONFIRMED : Beginning.UNKNOWN;
  }

  /** Kill -9, and a start by and by. */
  void kill() {
    if (alive) {
      alive = false;
      incarnation++;
      machines.values().forEach(SimulatedMachine::abandon);
      agenda.in(weather.person(), this::start);
    }
  }

  /** Something breaks at one of the machines. */
  void mishap() {
    var all = List.copyOf(machines.values());
    all.get(weather.dice().nextInt(all.size())).mishap();
  }

  void hearCall(Call call, long offset) {
    soon(() -> hear(new WorkshopInput.CallHeard(agenda.instant(), "calls-0", offset, call)));
  }

  void hearInstruction(Instruction instruction, long offset) {
    soon(
        () ->
            hear(
                new WorkshopInput.InstructionHeard(
                    agenda.instant(), "instructions-0", offset, instruction)));
  }

  boolean isAlive() {
    return alive;
  }

  private void soon(Runnable what) {
    later(Duration.ZERO, what);
  }

  /** Happens unless the process has died before. */
  private void later(Duration time, Runnable what) {
    int mine = incarnation;
    agenda.in(
        time,
        () -> {
          if (mine == incarnation && alive) {
            what.run();
          }
        });
  }

  private void hear(WorkshopInput input) {
    var turn = rules.next(state, input);
    state = turn.state();
    journal.addAll(turn.facts());
    turn.effects().forEach(this::perform);
    state.wake().ifPresent(wake -> tick(Duration.between(agenda.instant(), wake)));
  }

  private void tick(Duration time) {
    long at = agenda.now() + Math.max(1_000_000, time.toNanos());
    if (at < ticking) {
      ticking = at;
      later(
          Duration.ofNanos(at - agenda.now()),
          () -> {
            ticking = Long.MAX_VALUE;
            hear(new WorkshopInput.ClockTicked(agenda.instant()));
          });
    }
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.Tell tell -> tell(tell.report());
      case Effect.Signal _ -> {}
      case Effect.Fetch fetch -> later(weather.delay(), () -> fetched(fetch));
      case Effect.CheckProgram check ->
          later(
              weather.delay(),
              () ->
                  hear(
                      new WorkshopInput.ProgramChecked(
                          agenda.instant(),
                          check.program().digest(),
                          check.machine(),
                          new Check.Passed(SECONDS_PER_PIECE, 9, 22))));
      case Effect.StartRun start -> {
        var request =
            new RunRequest(start.run().value(), java.nio.file.Path.of("program"), start.lines());
        machine(start.machine()).put(new Input.RunAsked(agenda.now(), ask(start.run()), request));
      }
      case Effect.LetRunBegin let -> permit(let.run());
      case Effect.ForbidRun forbid -> {
        var run = forbid.run().value();
        answer(run, new Input.NotJournalled(agenda.now(), run, forbid.reason()));
      }
      case Effect.ConfirmMachine confirm ->
          machine(confirm.machine())
              .put(
                  new Input.Confirmed(
                      agenda.now(),
                      -1 - confirm.ticket(),
                      confirm.who(),
                      confirm.at(),
                      confirm.what()));
      case Effect.MakeProgram make ->
          hear(
              new WorkshopInput.ProgramNotMade(
                  agenda.instant(), make.slice(), "Nobody slices in this town.", false));
      case Effect.Reply _, Effect.AskPerson _, Effect.ForgetRun _ -> {}
    }
  }

  /** The outbox: again and again, until the broker has it. */
  private void tell(Report report) {
    if (state.memory().outbox().find(report.sequence()).isEmpty()) {
      return;
    }
    town.fromWorkshop(this, report);
    later(Duration.ofSeconds(5), () -> tell(report));
  }

  /** The broker says that it has a report. */
  void delivered(long sequence, java.time.Instant appendedAt) {
    soon(() -> hear(new WorkshopInput.ReportDelivered(agenda.instant(), sequence, appendedAt)));
  }

  private void fetched(Effect.Fetch fetch) {
    hear(
        weather.strikes(8)
            ? new WorkshopInput.FileMissed(
                agenda.instant(), fetch.file().digest(), "the network is away", true)
            : new WorkshopInput.FileCame(agenda.instant(), fetch.file().digest()));
  }

  private final Map<String, SimulatedMachine> starting = new HashMap<>();
  private final Map<Long, RunId> asked = new HashMap<>();

  private long ask(RunId run) {
    asked.put(++tickets, run);
    return tickets;
  }

  private void permit(RunId run) {
    var active = state.memory().findRun(run).orElseThrow();
    laws.begins(run, active.lot(), active.piece());
    answer(run.value(), new Input.Journalled(agenda.now(), run.value()));
  }

  private void answer(String run, Input answer) {
    var machine = starting.remove(run);
    if (machine != null) {
      machine.put(answer);
    }
  }

  @Override
  public void starting(SimulatedMachine machine, String run) {
    starting.put(run, machine);
    soon(() -> hear(new WorkshopInput.RunStarting(agenda.instant(), new RunId(run))));
  }

  @Override
  public void ended(String run, RunEnd end) {
    soon(() -> hear(new WorkshopInput.RunOver(agenda.instant(), new RunId(run), end)));
  }

  @Override
  public void heard(MachineEvent event) {
    switch (event) {
      case MachineEvent.StateChanged it ->
          soon(
              () ->
                  hear(
                      new WorkshopInput.MachineChanged(
                          agenda.instant(), new MachineId(it.machine()), it.to(), it.why())));
      case MachineEvent.RunProgress _, MachineEvent.RunEnded _ -> {}
    }
  }

  @Override
  public void replied(MachineId machine, long ask, Answer answer) {
    if (ask < 0) {
      soon(
          () ->
              hear(
                  new WorkshopInput.ConfirmationAnswered(
                      agenda.instant(), -1 - ask, machine, answer)));
    } else if (answer instanceof Answer.Refused refused && asked.containsKey(ask)) {
      var run = asked.getOrDefault(ask, new RunId("none"));
      soon(() -> hear(new WorkshopInput.RunRefused(agenda.instant(), run, refused.reason())));
    }
  }

  private SimulatedMachine machine(MachineId machine) {
    return java.util.Objects.requireNonNull(machines.get(machine));
  }

  /** Somebody walks past the machines now and then, and does what they ask for. */
  private void people() {
    later(
        weather.person(),
        () -> {
          lots();
          for (var machine : machines.values()) {
            machine.attend(weather.dice().nextBoolean());
            if (needsConfirmation(machine)) {
              hear(
                  new WorkshopInput.PersonConfirmed(
                      agenda.instant(), ++tickets, machine.id(), "Ana", "it is clear"));
            }
          }
          people();
        });
  }

  /** What somebody here says of made pieces: rightly, wrongly, or nothing. */
  private void lots() {
    var dice = weather.dice();
    for (var lot : List.copyOf(state.memory().shelf().keySet())) {
      var made = state.memory().shelf().get(lot);
      if (made == null || dice.nextInt(3) == 0) {
        continue;
      }
      town.dispute(lot).filter(_ -> dice.nextBoolean()).ifPresent(it -> town.say(id, it));
      Say word =
          switch (made.stage()) {
            case MADE ->
                new Say.Checked(lot, Math.max(1, made.made() - dice.nextInt(5) / 4), List.of());
            case CHECKED -> new Say.Ready(lot);
            case READY ->
                switch (dice.nextInt(4)) {
                  case 0 -> new Say.HandedOver(lot, Handing.CARRIER, "JD 1");
                  case 1 -> new Say.HandedOver(lot, Handing.COUNTER, "000000");
                  case 2 -> new Say.HandedOver(lot, Handing.COUNTER, town.pickupCode(lot));
                  default -> new Say.Late(lot, agenda.instant().plusSeconds(600), "a mistake");
                };
            case HANDED_OVER -> new Say.Paid(lot);
          };
      hear(new WorkshopInput.PersonSaid(agenda.instant(), ++tickets, "Ana", word));
    }
  }

  private boolean needsConfirmation(SimulatedMachine machine) {
    var memory = state.memory();
    boolean free = !memory.runs().containsKey(machine.id());
    boolean wanted =
        memory.open().values().stream().anyMatch(lot -> lot.machine().equals(machine.id()));
    return switch (machine.condition()) {
      case OCCUPIED, READY -> free && wanted;
      case FAULTED -> true;
      case ABSENT,
          OPENING,
          GREETING,
          CHECKING,
          STREAMING,
          HOLDING,
          DRAINING,
          ATTENTION,
          TAKEN,
          ALARM ->
          false;
    };
  }
}
