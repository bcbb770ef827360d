package org.vicinal.agent.machine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.modal.Rejoining.Proposal;
import org.vicinal.agent.simulation.Faults;
import org.vicinal.agent.simulation.Wire;
import org.vicinal.agent.simulation.board.SimulatedFirmware;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.Inspector;

/**
 * The core of a machine, two wires and a simulated firmware on one thread and one clock that jumps
 * from event to event.
 */
final class VirtualBench {
  static final long SECOND = 1_000_000_000L;
  static final int BAUD = 115_200;

  /** A printer on a good wire. */
  static VirtualBench printer(SimulatedFirmware firmware, List<String> program) {
    return new VirtualBench(Firmware.MARLIN, firmware, good(), good(), program);
  }

  /** A printer on a good wire, with or without somebody near. */
  static VirtualBench printer(
      SimulatedFirmware firmware, List<String> program, Attendance attendance) {
    VirtualBench bench = printer(firmware, program);
    bench.state =
        MachineState.begin(
            new MachineSettings(
                "bench",
                "/dev/none",
                115200,
                Firmware.MARLIN,
                MachineLimits.box(250, 210, 210),
                attendance),
            Beginning.CONFIRMED);
    return bench;
  }

  /** A printer on a good wire, as somebody has written it down. */
  static VirtualBench printer(
      SimulatedFirmware firmware, List<String> program, MachineSettings settings) {
    VirtualBench bench = printer(firmware, program);
    bench.state = MachineState.begin(settings, Beginning.CONFIRMED);
    return bench;
  }

  /** A mill on a good wire. */
  static VirtualBench mill(SimulatedFirmware firmware, List<String> program) {
    return new VirtualBench(Firmware.GRBL, firmware, good(), good(), program);
  }

  /** A small router: no limit switches, and a spindle that perhaps has its own switch. */
  static VirtualBench router(SimulatedFirmware firmware, List<String> program, Spindle spindle) {
    return router(Firmware.GRBL, firmware, program, spindle);
  }

  /** The same with grblHAL. */
  static VirtualBench halRouter(SimulatedFirmware firmware, List<String> program) {
    return router(Firmware.GRBLHAL, firmware, program, Spindle.DRIVEN);
  }

  private static VirtualBench router(
      Firmware kind, SimulatedFirmware firmware, List<String> program, Spindle spindle) {
    VirtualBench bench = new VirtualBench(kind, firmware, good(), good(), program);
    bench.state =
        MachineState.begin(
            new MachineSettings(
                "bench",
                "/dev/none",
                115200,
                kind,
                MachineLimits.box(300, 200, 80),
                Attendance.BY_HAND,
                spindle),
            Beginning.UNKNOWN);
    return bench;
  }

  /** Until it has said who it is and nobody has confirmed it. */
  boolean untilFree(long seconds) {
    return until(() -> state.condition() == Condition.OCCUPIED, seconds);
  }

  private static Wire good() {
    return new Wire(new java.util.Random(1), Faults.NONE, BAUD);
  }

  final Wire out;
  final Wire back;
  final List<MachineEvent> events = new ArrayList<>();
  final List<RunEnd> ends = new ArrayList<>();
  final List<Answer> answers = new ArrayList<>();

  /** What was written while the machine was in alarm. */
  final List<String> intoAlarm = new ArrayList<>();

  final List<String> written = new ArrayList<>();

  /** What arrived at either end, for people who look at a failure (-Dvicinal.talk=LINES). */
  private final Deque<String> talk = new ArrayDeque<>();

  private final SimulatedFirmware firmware;
  private final List<ProgramLine> program;
  private final Deque<Input> inputs = new ArrayDeque<>();
  private MachineState state;
  private boolean keepsOnOpen;
  private int opened;
  private boolean journalWorks = true;
  private int writtenBeforeJournal;
  private int read;
  private String reading = "";
  private long now = SECOND;

  VirtualBench(
      Firmware kind, SimulatedFirmware firmware, Wire out, Wire back, List<String> program) {
    this.firmware = firmware;
    this.out = out;
    this.back = back;
    this.program = new ArrayList<>();
    for (String line : program) {
      this.program.add(new ProgramLine(this.program.size() + 1, line));
    }
    this.state =
        MachineState.begin(
            new MachineSettings(
                "bench", "/dev/none", 115200, kind, MachineLimits.box(250, 210, 210)),
            Beginning.CONFIRMED);
  }

  MachineState state() {
    return state;
  }

  long now() {
    return now;
  }

  Answer lastAnswer() {
    return answers.getLast();
  }

  String why() {
    return state.standing().why();
  }

  void ask(Input input) {
    inputs.add(input);
    settle();
  }

  void startRun() {
    startRun(RunRequest.Rehearsal.NONE);
  }

  void startRun(RunRequest.Rehearsal rehearsal) {
    reading = "";
    ask(
        new Input.RunAsked(
            now, 1, new RunRequest("r" + now, Path.of("program"), program.size(), rehearsal)));
  }

  /** Into the middle of the program. */
  void startRun(Proposal from) {
    reading = "";
    RunRequest whole = new RunRequest("r" + now, Path.of("program"), program.size());
    ask(new Input.RunAsked(now, 1, whole.from(from)));
  }

  /** A mill is confirmed with a stock that has room for every program of these tests. */
  void confirm() {
    if (state.condition() == Condition.OCCUPIED
        && state.standing().knowledge().findStock().isEmpty()) {
      ask(new Input.StockSet(now, 8, "Anna", Workbench.STOCK));
    }
    ask(new Input.Confirmed(now, 2, "Anna", Instant.EPOCH, "all clear"));
  }

  /** Lets things happen until this holds or so much time has passed; whether it held. */
  boolean until(BooleanSupplier wanted, long seconds) {
    long end = now + seconds * SECOND;
    while (!wanted.getAsBoolean()) {
      long next =
          Math.min(
              Math.min(state.wakeAt(), firmware.wakeAt()),
              Math.min(out.nextArrival(), back.nextArrival()));
      if (next > end) {
        now = end;
        return false;
      }
      now = Math.max(now, next);
      step();
    }
    return true;
  }

  /** Lets things happen until the clock says so. */
  void passTo(long end) {
    while (now < end) {
      long next =
          Math.min(
              Math.min(state.wakeAt(), firmware.wakeAt()),
              Math.min(out.nextArrival(), back.nextArrival()));
      now = Math.max(now, Math.min(next, end));
      if (next <= end) {
        step();
      }
    }
  }

  /** A mill that starts anew has lost its place, so a person confirms it before its first run. */
  boolean untilCondition(Condition condition, long seconds) {
    if (condition == Condition.READY && ends.isEmpty()) {
      long end = now + seconds * SECOND;
      while (now < end && state.condition() != condition) {
        confirm();
        until(
            () -> state.condition() == condition || mayBeConfirmed(),
            Math.max(1, (end - now) / SECOND));
      }
    }
    return until(() -> state.condition() == condition, seconds);
  }

  private boolean mayBeConfirmed() {
    return state instanceof MachineState.Online online && online.phase() instanceof Phase.Occupied;
  }

  private void step() {
    byte[] arrived = out.arrived(now);
    if (arrived != null) {
      note("to board  ", arrived);
      firmware.receive(arrived, now);
    }
    back.send(firmware.advance(now), now);
    byte[] heard = back.arrived(now);
    if (heard != null) {
      note("from board", heard);
      inputs.add(new Input.Heard(now, heard));
    }
    if (state.wakeAt() <= now) {
      inputs.add(new Input.Woken(now));
    }
    settle();
  }

  private void note(String way, byte[] bytes) {
    if (talk.size() >= Integer.getInteger("vicinal.talk", 60)) {
      talk.removeFirst();
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\n", "\\n");
    talk.addLast("%.3f %s %s".formatted(now / 1e9, way, text.replace("\r", "\\r")));
  }

  /** The last that was said, a line each. */
  String talk() {
    return "\n" + String.join("\n", talk) + "\n";
  }

  private void settle() {
    for (Input input = inputs.poll(); input != null; input = inputs.poll()) {
      boolean alarmed = state.condition() == Condition.ALARM;
      Turn turn = MachineState.next(state, input);
      state = turn.state();
      for (Effect effect : turn.effects()) {
        perform(effect, alarmed && state.condition() == Condition.ALARM);
      }
    }
  }

  private void perform(Effect effect, boolean alarmed) {
    switch (effect) {
      case Effect.OpenPort open -> {
        if (opened++ == 0 || !keepsOnOpen) {
          firmware.reset(now);
        }
        out.mend();
        back.mend();
        inputs.add(new Input.PortOpened(now));
      }
      case Effect.ClosePort close -> {
        out.cut();
        back.cut();
      }
      case Effect.Write write -> write(write.bytes(), alarmed);
      case Effect.WriteUrgent write -> write(write.bytes(), alarmed);
      case Effect.Journal journal -> journal(journal.start().runId());
      case Effect.Sent sent -> {
        // noted by the log
      }
      case Effect.Acknowledged taken -> {
        // counted by the run
      }
      case Effect.Ended ended -> ends.add(ended.end());
      case Effect.Read wanted -> readOn(wanted.request());
      case Effect.Measure measure ->
          inputs.add(new Input.ProgramMeasured(now, measure.request().runId(), reach()));
      case Effect.Tell tell -> events.add(tell.event());
      case Effect.Reply reply -> answers.add(reply.answer());
    }
  }

  private Reach reach() {
    var text = new StringBuilder();
    program.forEach(line -> text.append(line.text()).append('\n'));
    try {
      var box =
          Inspector.anyMachine()
              .withDialect(Dialect.GRBL)
              .inspect(
                  new java.io.ByteArrayInputStream(
                      text.toString().getBytes(StandardCharsets.ISO_8859_1)))
              .box();
      return new Reach(box.all(), box.cutting());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void journal(String runId) {
    writtenBeforeJournal = written.size();
    inputs.add(
        journalWorks
            ? new Input.Journalled(now, runId)
            : new Input.NotJournalled(now, runId, "no space left"));
  }

  /** As boards with native USB: opening the port again does not reset them. */
  void keepOnOpen() {
    keepsOnOpen = true;
  }

  void breakJournal() {
    journalWorks = false;
  }

  /** What has gone to the port since the run was written down, or should have been. */
  List<String> writtenSinceJournal() {
    return written.subList(writtenBeforeJournal, written.size());
  }

  private void write(byte[] bytes, boolean alarmed) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    written.add(text);
    if (alarmed) {
      intoAlarm.add(text);
    }
    out.send(bytes, now);
  }

  private void readOn(RunRequest request) {
    String runId = request.runId();
    if (!runId.equals(reading)) {
      reading = runId;
      read = (int) request.firstLine() - 1;
    }
    int to = Math.min(program.size(), read + 50);
    boolean end = to == program.size();
    inputs.add(new Input.ProgramRead(now, runId, program.subList(read, to), end));
    read = to;
  }

  Optional<RunEnd> findEnd() {
    return ends.isEmpty() ? Optional.empty() : Optional.of(ends.getLast());
  }
}
