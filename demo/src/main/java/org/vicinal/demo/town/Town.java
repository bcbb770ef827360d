package org.vicinal.demo.town;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.caller.Tokens;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.client.Refused;
import org.vicinal.messages.id.PersonId;

/**
 * A coordinator and workshops as processes, their machines simulated, everything under one folder.
 *
 * <pre>
 *   data/coordinator           log, files, keys
 *   data/workshops/ID          workshop.yaml, enrolment.json, journal
 *   data/ports/ID/MACHINE      the serial port; MACHINE.executed: every line that the machine has executed
 *   data/logs/NAME.log
 * </pre>
 *
 * <p>Owned by one thread, but for {@link #close}.
 */
public final class Town implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 150;
  private static final long STOP_MILLIS = 4_000;
  private final Path data;
  private final int port;
  private final double speed;
  private final List<Workshop> workshops;
  private final Map<String, String> options;
  private final Map<String, Child> children = new LinkedHashMap<>();

  /**
   * @param speed how many seconds of the machines pass in one of the wall's
   */
  public Town(Path data, int port, double speed, List<Workshop> workshops) {
    this(data, port, speed, workshops, Map.of());
  }

  /**
   * With other options of the coordinator, such as {@code --durability} and {@code relaxed}.
   *
   * @param speed how many seconds of the machines pass in one of the wall's
   */
  public Town(
      Path data, int port, double speed, List<Workshop> workshops, Map<String, String> options) {
    this.data = data.toAbsolutePath().normalize();
    this.port = port;
    this.speed = speed;
    this.workshops = List.copyOf(workshops);
    this.options = Map.copyOf(options);
  }

  /** Where the coordinator's page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The coordinator, for a visitor. */
  public Coordinator coordinator() {
    return Coordinator.at(address());
  }

  /** The coordinator, for {@code name} in {@code role}. */
  public Coordinator coordinatorFor(Role role, String name) {
    return coordinator().with(tokens().make(role, name, 1));
  }

  /** The id of {@code name}, as the coordinator makes it. */
  public PersonId person(String name) {
    return tokens().person(name);
  }

  private Tokens tokens() {
    var vault = new Vault(data.resolve("coordinator").resolve("keys"));
    return new Tokens(vault.own("token"), InstantSource.system());
  }

  /** Starts the machines and the coordinator; returns at once. */
  public synchronized void start() throws IOException {
    demandFree(port);
    startCoordinator();
    for (var workshop : workshops) {
      for (var machine : workshop.machines()) {
        startMachine(workshop, machine);
      }
    }
  }

  /** Starts the coordinator's process; returns at once. */
  public synchronized void startCoordinator() throws IOException {
    var words = new LinkedHashMap<String, String>();
    words.put("--data", data.resolve("coordinator").toString());
    words.put("--port", Integer.toString(port));
    words.put("--name", "Demo Town");
    words.put("--board", "true");
    words.put("--bidding-window", "45s");
    words.put("--accept-window", "45s");
    words.putAll(options);
    var arguments = new ArrayList<String>();
    words.forEach((option, value) -> arguments.addAll(List.of(option, value)));
    children.put(
        "coordinator",
        Child.start("coordinator", Program.COORDINATOR, log("coordinator"), arguments));
  }

  /** Starts the process of a simulated machine; returns at once. */
  public synchronized void startMachine(Workshop workshop, Machine machine) throws IOException {
    var link = ports(workshop).resolve(machine.name());
    Files.createDirectories(link.getParent());
    var name = nameOf(workshop, machine);
    var arguments =
        List.of(
            "--firmware", machine.firmware(),
            "--link", link.toString(),
            "--name", name,
            "--speed", Double.toString(speed),
            "--bed", machine.bed(),
            "--record", executed(workshop, machine).toString());
    children.put(name, Child.start(name, Program.SIMULATE, log(name), arguments));
  }

  /** Waits until the coordinator takes orders. */
  public void awaitCoordinator() throws InterruptedException {
    var coordinator = coordinator();
    await("the coordinator to be ready", child("coordinator"), () -> ready(coordinator));
  }

  /** Lets every workshop in that is not yet, and starts their agents; returns at once. */
  public void startWorkshops() throws IOException, InterruptedException {
    for (var workshop : workshops) {
      enrol(workshop);
      startAgent(workshop);
    }
  }

  private void enrol(Workshop workshop) throws IOException, InterruptedException {
    var folder = folder(workshop);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("workshop.yaml"), workshop.yaml(ports(workshop)));
    var file = folder.resolve("enrolment.json");
    if (Files.notExists(file)) {
      var place =
          Map.of(
              "latitude", workshop.place().latitude(), "longitude", workshop.place().longitude());
      var answer =
          coordinatorFor(Role.STEWARD, "demo")
              .post(
                  "/api/v1/workshops/%s/enrolments".formatted(workshop.id()),
                  Map.of("name", workshop.name(), "place", place));
      Files.writeString(file, answer);
    }
  }

  /** Starts the agent of {@code workshop} when its machines are there; does not wait for it. */
  public synchronized void startAgent(Workshop workshop) throws IOException {
    for (var machine : workshop.machines()) {
      var link = ports(workshop).resolve(machine.name());
      await("the port " + link, child(nameOf(workshop, machine)), () -> Files.exists(link));
    }
    launchAgent(workshop);
  }

  /** Starts the agent of {@code workshop}, whether its machines are there or not. */
  public synchronized void launchAgent(Workshop workshop) throws IOException {
    var folder = folder(workshop);
    var arguments =
        List.of(
            "run",
            "--config",
            folder.resolve("workshop.yaml").toString(),
            "--data",
            folder.toString(),
            "--attendant",
            "simulated",
            "--attendant-seconds",
            "1",
            "--reserve-minutes",
            "5");
    children.put(
        workshop.id(), Child.start(workshop.id(), Program.AGENT, log(workshop.id()), arguments));
  }

  /** Waits until every workshop has told the coordinator its machines. */
  public void awaitWorkshops() throws InterruptedException {
    var coordinator = coordinator();
    for (var workshop : workshops) {
      await(
          workshop.id() + " to be there",
          child(workshop.id()),
          () -> present(coordinator, workshop));
    }
  }

  private static boolean present(Coordinator coordinator, Workshop workshop) {
    try {
      return coordinator.get("/api/v1/workshops/" + workshop.id()).path("ready").asBoolean(false);
    } catch (IOException | Refused notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean ready(Coordinator coordinator) {
    try {
      return coordinator.isReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void await(String what, Child child, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!condition.getAsBoolean()) {
      child.demandRunning();
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "Expected %s within %d s, but waited in vain. The last lines of %s:%n%s"
                .formatted(what, PATIENCE_SECONDS, child.name(), child.lastLines()));
      }
      LockSupport.parkNanos(50_000_000);
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("Interrupted while waiting for " + what + ".");
      }
    }
  }

  /** A process by name: {@code coordinator}, a workshop's id, or {@code workshop.machine}. */
  public synchronized Child child(String name) {
    var child = children.get(name);
    if (child == null) {
      throw new IllegalArgumentException(
          "There is no process " + name + ". There are: " + children.keySet());
    }
    return child;
  }

  /** The names of all processes. */
  public synchronized List<String> names() {
    return List.copyOf(children.keySet());
  }

  /** The name of a machine's process. */
  public static String nameOf(Workshop workshop, Machine machine) {
    return workshop.id() + "." + machine.name();
  }

  /** The file of every line that {@code machine} has executed. */
  public Path executed(Workshop workshop, Machine machine) {
    return ports(workshop).resolve(machine.name() + ".executed");
  }

  /** Where the logs are. */
  public Path logs() {
    return data.resolve("logs");
  }

  private Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** The data folder of a workshop's agent. */
  public Path folder(Workshop workshop) {
    return data.resolve("workshops").resolve(workshop.id());
  }

  private Path ports(Workshop workshop) {
    return data.resolve("ports").resolve(workshop.id());
  }

  private static void demandFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assert socket.isBound();
    } catch (IOException e) {
      throw new IllegalStateException(
          "Expected port %d to be free for the coordinator's page, but it is in use. Stop the other program there or choose another --port."
              .formatted(port),
          e);
    }
  }

  /**
   * Stops agents first, so that they leave their machines safe, then everything else; within 5 s.
   */
  @Override
  public synchronized void close() {
    var agents = new ArrayList<Child>();
    workshops.forEach(workshop -> agents.addAll(present(workshop.id())));
    var others = new ArrayList<>(children.values());
    others.removeAll(agents);
    try {
      long end = System.nanoTime() + STOP_MILLIS * 1_000_000;
      agents.forEach(Child::end);
      present("coordinator").forEach(Child::end);
      for (var agent : agents) {
        agent.await((end - System.nanoTime()) / 1_000_000);
      }
      others.forEach(Child::end);
      for (var other : others) {
        other.await((end - System.nanoTime()) / 1_000_000);
      }
    } catch (InterruptedException e) {
      children.values().forEach(Child::end);
      Thread.currentThread().interrupt();
    }
    children.clear();
  }

  private List<Child> present(String name) {
    var child = children.get(name);
    return child == null ? List.of() : List.of(child);
  }
}
