package org.vicinal.agent;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.control.Access;
import org.vicinal.agent.control.ControlServer;
import org.vicinal.agent.control.EventLog;
import org.vicinal.agent.journal.Folder;
import org.vicinal.agent.journal.Journal;
import org.vicinal.agent.journal.LineMark;
import org.vicinal.agent.journal.Marks;
import org.vicinal.agent.journal.Memory;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Beginning;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.network.Border;
import org.vicinal.agent.network.FileShelf;
import org.vicinal.agent.upload.SlicerDoor;
import org.vicinal.agent.workshop.Workshop;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.agent.workshop.WorkshopState;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Enrolment;

/**
 * A workshop's agent, put together: the journal is read, what was running is interrupted, every
 * machine gets its thread, and the coordinator is heard.
 */
public final class Agent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
  private static final Duration RUNS_END_WITHIN = Duration.ofMillis(1500);

  private final Folder folder;
  private final String version;
  private final Journal journal;
  private final Border border;
  private final FileShelf files;
  private final Hands hands;
  private final ProgramMaker maker;
  private final Pictures pictures;
  private final WorkshopLoop loop;
  private final @Nullable Attendant attendant;
  private final Map<MachineId, Machine> machines =
      new java.util.concurrent.ConcurrentSkipListMap<>(
          java.util.Comparator.comparing(MachineId::value));
  private final Map<MachineId, Station> stations =
      new java.util.concurrent.ConcurrentSkipListMap<>(
          java.util.Comparator.comparing(MachineId::value));
  private final EventLog events = new EventLog();
  private final Path runs;
  private final Marks marks;
  private final BrokenRuns broken;
  private @Nullable ControlServer control;
  private volatile @Nullable Supplier<AgentSettings> reread;
  private volatile boolean closing;

  /**
   * Starts an agent.
   *
   * @throws IOException when its folder is another agent's, its journal is damaged or its control
   *     port is in use
   */
  public static Agent start(
      AgentSettings settings, Enrolment enrolment, String version, Border border)
      throws IOException {
    var folder = Folder.take(settings.dataFolder());
    try {
      var opened = Journal.open(settings.dataFolder(), enrolment.workshop(), Instant.now());
      if (opened.cutBytes() > 0) {
        LOG.info("The last page of the journal was torn and is cut: {} bytes", opened.cutBytes());
      }
      var agent = new Agent(settings, enrolment, version, border, folder, opened);
      agent.begin(settings, opened.memory());
      return agent;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private Agent(
      AgentSettings settings,
      Enrolment enrolment,
      String version,
      Border border,
      Folder folder,
      Journal.Opened opened) {
    this.folder = folder;
    this.version = version;
    this.journal = opened.journal();
    this.border = border;
    this.runs = settings.dataFolder().resolve("runs");
    this.marks = new Marks(runs);
    this.broken = new BrokenRuns(settings.dataFolder());
    this.files =
        new FileShelf(
            settings.dataFolder().resolve("files"),
            URI.create(enrolment.coordinatorUrl()),
            enrolment.token());
    this.pictures = new Pictures(settings.dataFolder().resolve("pictures"), files::pathOf);
    this.maker = new ProgramMaker(settings.dataFolder().resolve("slices"), files);
    maker.equip(settings);
    this.hands =
        new Hands(
            border,
            files,
            maker,
            marks,
            settings.listMachines().stream()
                .collect(Collectors.toMap(MachineEntry::id, MachineEntry::limits)));
    this.loop =
        new WorkshopLoop(
            new Workshop(settings.forWorkshop(enrolment.workshop(), version, maker.isReady())),
            journal,
            WorkshopState.remembered(opened.memory()),
            hands,
            Clock.systemUTC());
    this.attendant =
        settings.simulatedAttendant()
            ? new Attendant(loop, settings.attendantDelay(), machines)
            : null;
    hands.serve(loop, attendant);
  }

  private void begin(AgentSettings settings, Memory memory) throws IOException {
    for (var run : memory.runs().values()) {
      broken.note(settings, run, LineMark.read(runs, run.run()));
    }
    for (var entry : settings.listMachines()) {
      add(settings, entry, LeftBehind.beginning(memory, entry.id()));
    }
    var desk = new AgentDesk(loop, hands, border, stations, pictures, this::reread);
    var started =
        ControlServer.start(desk, events, settings.dataFolder(), settings.chosenControlPort());
    control = started;
    started.offer(
        SlicerDoor.PATH, new SlicerDoor(desk, counter(), settings.dataFolder(), started.access()));
    loop.put(new WorkshopInput.Started(loop.now(), LeftBehind.lines(memory, runs)));
    loop.start();
    machines.values().forEach(Machine::start);
    border.open(memory.positions(), new ToLoop(loop));
  }

  private UploadCounter counter() {
    return new UploadCounter(
        loop,
        hands,
        files,
        id -> {
          var station = stations.get(id);
          return station == null ? null : station.entry();
        });
  }

  private Machine add(AgentSettings settings, MachineEntry entry, Beginning beginning) {
    var station =
        new Station(
            entry,
            beginning,
            new MachineLog(loop, marks, hands.permits(), entry.port(), broken),
            settings.dataFolder().resolve("records"),
            this::heard,
            (why, file) -> recorded(entry.name(), why, file));
    stations.put(entry.id(), station);
    machines.put(entry.id(), station.machine());
    hands.put(entry.id(), station.machine(), entry.limits());
    return station.machine();
  }

  /**
   * Takes other settings: new machines are begun, those no longer named are let go, and those that
   * are to be driven otherwise are begun anew. The others notice nothing. Refused as a whole while
   * one that is to go is at work.
   */
  public synchronized Answer revise(AgentSettings settings) {
    var wanted = settings.listMachines();
    var going =
        stations.values().stream()
            .filter(station -> wanted.stream().noneMatch(station.entry()::isDrivenAs))
            .toList();
    for (var station : going) {
      if (station.machine().status().run().isPresent()) {
        return new Answer.Refused(
            "%s is at work and cannot be changed or removed. Cancel its run or wait for its end."
                .formatted(station.entry().name()));
      }
    }
    going.forEach(this::letGo);
    for (var entry : wanted) {
      if (!stations.containsKey(entry.id())) {
        add(settings, entry, Beginning.UNKNOWN).start();
        LOG.info("{} at {} has been added", entry.name(), entry.port());
      }
    }
    maker.equip(settings);
    var workshop = loop.state().memory().workshop();
    loop.put(
        new WorkshopInput.MachinesRevised(
            loop.now(), settings.forWorkshop(workshop, version, maker.isReady())));
    return Answer.DONE;
  }

  private void letGo(Station station) {
    hands.remove(station.entry().id());
    machines.remove(station.entry().id());
    stations.remove(station.entry().id());
    station.close();
    LOG.info("{} has been removed", station.entry().name());
  }

  /** Where to ask it. */
  public Access access() {
    if (control == null) {
      throw new IllegalStateException("Expected the agent to have been started.");
    }
    return control.access();
  }

  /** What reads the configuration again, so that machines may come and go. */
  public void rereadWith(Supplier<AgentSettings> configuration) {
    reread = configuration;
  }

  private Answer reread() {
    var configuration = reread;
    if (configuration == null) {
      return new Answer.Refused("This agent has no configuration to read again.");
    }
    try {
      return revise(configuration.get().checked());
    } catch (ConfigurationError e) {
      return new Answer.Refused(String.valueOf(e.getMessage()));
    }
  }

  /** Ends runs, makes machines safe, tells what it can, and lets go; under 3 s. */
  @Override
  public void close() throws IOException {
    if (attendant != null) {
      attendant.close();
    }
    endRuns();
    closing = true; // that we let go of a machine says nothing about its bed
    try (var letGo = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      stations.values().forEach(station -> letGo.execute(station::close));
    }
    loop.close();
    border.close();
    hands.close();
    pictures.close();
    marks.close();
    if (control != null) {
      control.close();
    }
    journal.close();
    folder.close();
  }

  private void endRuns() {
    var deadline = System.nanoTime() + RUNS_END_WITHIN.toNanos();
    for (var machine : machines.values()) {
      if (machine.status().run().isPresent()) {
        var _ = machine.cancel("The agent was stopped.");
      }
    }
    for (var machine : machines.values()) {
      while (machine.status().run().isPresent() && System.nanoTime() < deadline) {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
      if (machine.status().run().isPresent()) {
        var _ = machine.stopNow();
      }
    }
  }

  private void recorded(String machine, String why, Path file) {
    LOG.warn("{}: {} What went over its line is in {}", machine, why, file);
    events.publish("record", new Recorded(machine, why, file.toString()));
  }

  private record Recorded(String machine, String why, String file) {}

  private void heard(MachineEvent event) {
    if (closing) {
      return;
    }
    switch (event) {
      case MachineEvent.StateChanged e -> events.publish("machine", e);
      case MachineEvent.RunProgress e -> events.publish("run", e);
      case MachineEvent.RunEnded e -> events.publish("ended", e);
    }
    var machine = new MachineId(event.machine());
    if (attendant != null
        && event instanceof MachineEvent.StateChanged changed
        && changed.to() == Condition.ATTENTION) {
      attendant.called(machine);
    }
    var input =
        switch (event) {
          case MachineEvent.StateChanged e ->
              new WorkshopInput.MachineChanged(loop.now(), machine, e.to(), e.why());
          case MachineEvent.RunProgress e ->
              new WorkshopInput.RunProgressed(
                  loop.now(), new RunId(e.runId()), e.line(), e.lines());
          case MachineEvent.RunEnded _ -> null; // the log hears it
        };
    if (input != null && !loop.offer(input)) {
      LOG.warn("The workshop has no room to hear that {}", event);
    }
  }
}
