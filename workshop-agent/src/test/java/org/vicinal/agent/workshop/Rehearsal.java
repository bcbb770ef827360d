package org.vicinal.agent.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.Memory;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.messages.capacity.Hours;
import org.vicinal.messages.fit.Ability;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Tolerance;
import org.vicinal.messages.work.Tooling;

/** A workshop with one printer and one router, played through by hand: no thread, no clock. */
final class Rehearsal {
  static final WorkshopId ANNA = new WorkshopId("anna");
  static final MachineId PRINTER = new MachineId("mk3");
  static final MachineId ROUTER = new MachineId("router");
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  static final FileRef HOOK = program("hook.gcode", Controller.MARLIN);
  static final FileRef TRAY = program("tray.nc", Controller.GRBL);

  final Workshop workshop;
  final List<Fact> facts = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  WorkshopState state;
  Instant now = NOON;
  private final Memory first;

  Rehearsal() {
    this(Hours.ALWAYS, Publishing.NOTHING, Trade.PLAIN);
  }

  /** With a slicer beside the printer. */
  static Rehearsal withSlicer() {
    return new Rehearsal(Hours.ALWAYS, Publishing.NOTHING, Trade.PLAIN, Set.of(Tooling.SLICER));
  }

  Rehearsal(Hours hours, Publishing publishing) {
    this(hours, publishing, Trade.PLAIN);
  }

  Rehearsal(Trade trade) {
    this(Hours.ALWAYS, Publishing.NOTHING, trade);
  }

  private Rehearsal(Hours hours, Publishing publishing, Trade trade) {
    this(hours, publishing, trade, Set.of());
  }

  private Rehearsal(Hours hours, Publishing publishing, Trade trade, Set<String> tools) {
    workshop =
        new Workshop(
            new WorkshopSettings(
                ANNA,
                "0.1",
                "EUR",
                Duration.ofMinutes(10),
                List.of(printer(tools), router()),
                hours,
                publishing,
                trade));
    first = Memory.begun(ANNA, 1000);
    state = WorkshopState.remembered(first);
    hear(at -> new WorkshopInput.Started(at, Map.of()));
    conditions(Condition.OCCUPIED);
    effects.clear();
  }

  private static MachineOffer printer(Set<String> tools) {
    return new MachineOffer(
        new MachineProfile(
                PRINTER,
                Making.FFF,
                Controller.MARLIN,
                new Size(250, 210, 210),
                Set.of("PLA"),
                280,
                110,
                0)
            .with(
                new Ability(
                    Set.of(),
                    0,
                    0,
                    0,
                    0,
                    Tolerance.UNSTATED,
                    Tolerance.UNSTATED,
                    0,
                    tools,
                    Set.of())),
        300,
        50,
        Map.of("pla", 2500L),
        Duration.ofMinutes(5));
  }

  private static MachineOffer router() {
    return new MachineOffer(
        new MachineProfile(
            ROUTER,
            Making.MILLING,
            Controller.GRBL,
            new Size(300, 180, 45),
            Set.of("plywood"),
            0,
            0,
            10000),
        600,
        200,
        Map.of("plywood", 150L),
        Duration.ofMinutes(10));
  }

  static FileRef program(String name, Controller controller) {
    return new FileRef(
        name,
        FileRef.Role.PROGRAM,
        Digest.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        1000,
        controller);
  }

  static FileRef model(String name) {
    var digest = Digest.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new FileRef(name, FileRef.Role.MODEL, digest, 1000, null);
  }

  /** What a part asks for of which there is a model only, as the coordinator derives it. */
  static Requirement modelled(double width) {
    var size = new Size(width, 40, 20);
    return new Requirement(Making.FFF, "PLA", size, Set.of(), 0, 0, 0)
        .with(Tooling.NONE.with(Tooling.SLICER));
  }

  static Requirement print(double width) {
    return new Requirement(
        Making.FFF, "PLA", new Size(width, 40, 20), Set.of(Controller.MARLIN), 215, 60, 0);
  }

  static Requirement milled() {
    return new Requirement(
        Making.MILLING, "plywood", new Size(100, 100, 6), Set.of(Controller.GRBL), 0, 0, 8000);
  }

  WorkshopTurn hear(Function<Instant, WorkshopInput> input) {
    var turn = workshop.next(state, input.apply(now));
    state = turn.state();
    facts.addAll(turn.facts());
    effects.addAll(turn.effects());
    return turn;
  }

  /** The agent dies: only what was written down is left, and it starts again. */
  void restart(long line) {
    var memory = first;
    for (var fact : facts) {
      memory = memory.after(fact);
    }
    var lines = new java.util.HashMap<org.vicinal.messages.id.RunId, Long>();
    memory.runs().values().forEach(run -> lines.put(run.run(), line));
    state = WorkshopState.remembered(memory);
    effects.clear();
    hear(at -> new WorkshopInput.Started(at, lines));
    conditions(Condition.OCCUPIED);
  }

  void conditions(Condition condition) {
    for (var machine : List.of(PRINTER, ROUTER)) {
      condition(machine, condition);
    }
  }

  void condition(MachineId machine, Condition condition) {
    hear(at -> new WorkshopInput.MachineChanged(at, machine, condition, "as the test has it"));
  }

  void call(String job, int pieces, Requirement part, FileRef program) {
    call(job, 1, pieces, part, program, NOON.plus(Duration.ofDays(1)));
  }

  void call(String job, int round, int pieces, Requirement part, FileRef program, Instant wanted) {
    var call =
        new Call(
            new JobId(job),
            round,
            "a part",
            part,
            List.of(program),
            pieces,
            wanted,
            now.plusSeconds(8),
            List.of(ANNA));
    hear(at -> new WorkshopInput.CallHeard(at, "calls-0", 0, call));
  }

  /** The file comes, and its check says that a piece takes ten minutes and 20 g. */
  void fileIsGood(FileRef file, MachineId machine) {
    hear(at -> new WorkshopInput.FileCame(at, file.digest()));
    checked(file, machine, new Check.Passed(600, 20, 1234));
  }

  void checked(FileRef file, MachineId machine, Check check) {
    hear(at -> new WorkshopInput.ProgramChecked(at, file.digest(), machine, check));
  }

  LotId award(String job, int number, int pieces) {
    return award(
        job, number, pieces, state.memory().findBid(new JobId(job)).orElseThrow().program());
  }

  LotId award(String job, int number, int pieces, FileRef file) {
    var bid = state.memory().findBid(new JobId(job)).orElseThrow();
    var lot = new LotId(new JobId(job), 0, number);
    instruct(
        new Instruction.Award(
            lot,
            "a part",
            print(50),
            List.of(file),
            pieces,
            new org.vicinal.messages.work.Price("EUR", List.of()),
            now.plusSeconds(60),
            bid.readyBy()));
    return lot;
  }

  void instruct(Instruction instruction) {
    hear(at -> new WorkshopInput.InstructionHeard(at, "instructions-0", 0, instruction));
  }

  /** The broker acknowledges everything that was told so far. */
  void delivered() {
    for (var report : state.memory().outbox().waiting()) {
      hear(at -> new WorkshopInput.ReportDelivered(at, report.sequence(), at));
    }
  }

  void confirm(MachineId machine) {
    hear(at -> new WorkshopInput.PersonConfirmed(at, 1, machine, "Ana", "it is clear"));
    condition(machine, Condition.READY);
  }

  /** The machine takes the run it was asked for, up to the point where its first byte may go. */
  Effect.StartRun machineTakes(MachineId machine) {
    var asked =
        effects(Effect.StartRun.class).stream()
            .filter(start -> start.machine().equals(machine))
            .reduce((first, last) -> last)
            .orElseThrow();
    condition(machine, Condition.CHECKING);
    hear(at -> new WorkshopInput.RunStarting(at, asked.run()));
    return asked;
  }

  void over(Effect.StartRun run, RunEnd end) {
    hear(at -> new WorkshopInput.RunOver(at, run.run(), end));
    condition(run.machine(), Condition.OCCUPIED);
  }

  <T extends Effect> List<T> effects(Class<T> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Everything told, in order, since the effects were last cleared. */
  <T extends Seen> List<T> told(Class<T> kind) {
    return effects(Effect.Tell.class).stream()
        .map(tell -> tell.report().seen())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
