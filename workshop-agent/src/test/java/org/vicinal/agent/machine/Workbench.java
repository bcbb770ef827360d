package org.vicinal.agent.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.SimulateMain;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.WireForm;
import org.vicinal.gcode.WireLine;

/** A simulated machine in a process of its own, and a runner on its port; for tests. */
final class Workbench implements AutoCloseable {

  /** Has room for every program of the tests. */
  static final Stock STOCK = new Stock(9000, 9000, 2000, 4500, 4500, 1000);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final Path port;
  final Path record;
  final BlockingQueue<MachineEvent> events = new LinkedBlockingQueue<>();
  private final Firmware firmware;
  private final String speed;
  private Process process;

  Workbench(Path folder, Firmware firmware) throws IOException {
    this(folder, firmware, 200);
  }

  /**
   * @param speed seconds of the machine in one of the clock
   */
  Workbench(Path folder, Firmware firmware, int speed) throws IOException {
    this.speed = Integer.toString(speed);
    this.port = folder.resolve("machine");
    this.record = folder.resolve("executed.txt");
    this.firmware = firmware;
    this.process = plug();
  }

  /** Starts the simulated machine and waits until its port is there. */
  private Process plug() throws IOException {
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SimulateMain.class.getName(),
                "--firmware",
                firmware.name(),
                "--link",
                port.toString(),
                "--record",
                record.toString(),
                "--speed",
                speed,
                "--with-parent")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    if (said.readLine() == null) {
      throw new IOException("Expected a simulated machine, but its process ended.");
    }
    return started;
  }

  Firmware firmware() {
    return firmware;
  }

  /** Pulls the cable out: the process and its end of the terminal are gone at once. */
  void unplug() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void plugAgain() throws IOException {
    process = plug();
  }

  MachineRunner machine(Beginning beginning, RunLog log) {
    var settings =
        new MachineSettings(
            "bench", port.toString(), 115200, firmware, MachineLimits.box(250, 210, 210));
    return new MachineRunner(settings, beginning, log, events::add);
  }

  /** Waits for the first event like this one; fails loudly with all that came instead. */
  MachineEvent await(Predicate<MachineEvent> wanted) throws InterruptedException {
    List<MachineEvent> others = new ArrayList<>();
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      MachineEvent event = events.poll(100, TimeUnit.MILLISECONDS);
      if (event != null && wanted.test(event)) {
        return event;
      }
      Optional.ofNullable(event).ifPresent(others::add);
    }
    throw new AssertionError("Waited in vain. What came instead: " + others);
  }

  void awaitCondition(Condition condition) throws InterruptedException {
    await(e -> e instanceof MachineEvent.StateChanged changed && changed.to() == condition);
  }

  RunEnd awaitEnd() throws InterruptedException {
    return ((MachineEvent.RunEnded) await(e -> e instanceof MachineEvent.RunEnded)).end();
  }

  List<String> executed() throws IOException {
    return Files.readAllLines(record, StandardCharsets.ISO_8859_1);
  }

  /** The lines of a program as they go out. */
  static List<String> wire(Path program, Dialect dialect) throws IOException {
    List<String> lines = new ArrayList<>();
    try (var wire = WireForm.open(program, dialect)) {
      for (WireLine line = wire.next(); line != null; line = wire.next()) {
        lines.add(new String(line.bytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return lines;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
