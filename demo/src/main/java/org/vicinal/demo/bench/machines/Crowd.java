package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.Simulation;

/** What many machines cost the agent: idle, then streaming 0.2 mm moves in real time. */
final class Crowd {
  private static final int LINES = 100_000;

  private final Path folder;
  private final int seconds;

  Crowd(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  private static Firmware firmware(int i) {
    return i % 2 == 0 ? Firmware.MARLIN : Firmware.GRBL;
  }

  void watch(int machines) throws IOException, InterruptedException {
    List<String> names =
        IntStream.range(0, machines).mapToObj(i -> Simulation.PREFIX + firmware(i).name()).toList();
    try (var boards = Boards.start(names)) {
      List<Driven> all = new ArrayList<>();
      try {
        watch(boards.ports(), all);
      } finally {
        all.parallelStream().forEach(Driven::close);
      }
    }
  }

  private void watch(List<String> ports, List<Driven> all)
      throws IOException, InterruptedException {
    List<Progress> progress = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      progress.add(new Progress(0));
      all.add(new Driven(firmware(i), ports.get(i), progress.get(i)).start());
    }
    Thread.sleep(Duration.ofSeconds(5)); // until all have been greeted
    MachinesBench.say(
        "%d idle machines".formatted(ports.size()),
        "%.2f %% of a core each, %d MB together"
            .formatted(100 * cores() / ports.size(), Host.residentMegabytes()),
        "0.5 % each");
    for (int i = 0; i < ports.size(); i++) {
      all.get(i).run(Programs.write(folder, firmware(i), LINES), LINES);
    }
    Thread.sleep(Duration.ofSeconds(2));
    long before = progress.stream().mapToLong(Progress::lines).sum();
    double cores = cores();
    long lines = progress.stream().mapToLong(Progress::lines).sum() - before;
    long slowest = progress.stream().mapToLong(Progress::lines).min().orElse(0);
    MachinesBench.say(
        "%d machines streaming".formatted(ports.size()),
        "%.2f cores, %d MB, %.0f lines/s each, the slowest has done %d lines"
            .formatted(
                cores, Host.residentMegabytes(), lines / (double) ports.size() / seconds, slowest),
        "1 core, 300 MB together; 3 % of a core each at 300 lines/s");
  }

  /** Cores that this process keeps busy, over the time to watch. */
  private double cores() throws InterruptedException {
    long cpu = Host.cpuNanos();
    long start = System.nanoTime();
    Thread.sleep(Duration.ofSeconds(seconds));
    return (Host.cpuNanos() - cpu) / (double) (System.nanoTime() - start);
  }
}
