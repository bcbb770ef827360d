package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./vicinal bench machines}: the figures of the machine half of the agent. */
@Command(
    name = "machines",
    mixinStandardHelpOptions = true,
    description = {
      "Measures, against simulated boards: lines a second beside what the wire allows, how soon"
          + " after an",
      "answer the next line is on the wire, how soon a stop is, and what many machines and idle"
          + " ones cost."
    })
public final class MachinesBench implements Callable<Integer> {

  @Option(names = "--seconds", description = "How long to watch (default: ${DEFAULT-VALUE}).")
  private int seconds = 5;

  @Option(names = "--stops", description = "How many stops to time (default: ${DEFAULT-VALUE}).")
  private int stops = 2000;

  @Option(names = "--machines", description = "How many at once (default: ${DEFAULT-VALUE}).")
  private int machines = 32;

  @Option(
      names = "--only",
      description = "Only these: ${COMPLETION-CANDIDATES} (default: all, in under three minutes).")
  private Part @Nullable [] only;

  /** What can be measured by itself. */
  private enum Part {
    wire,
    terminal,
    stops,
    crowd
  }

  private boolean wanted(Part part) {
    return only == null || Arrays.asList(only).contains(part);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.setProperty("logback.configurationFile", "quiet-logback.xml"); // before the first line
    Path folder = Files.createTempDirectory("vicinal-machines");
    try {
      say("machine", Host.told());
      say("limits", "boards simulated on the same machine, motion 100,000 times as fast as life");
      Throughput throughput = new Throughput(folder, seconds);
      if (wanted(Part.wire)) {
        throughput.paced(115_200);
        throughput.paced(1_000_000);
      }
      if (wanted(Part.terminal)) {
        throughput.terminal();
      }
      if (wanted(Part.stops)) {
        new Stops(folder).time(stops);
      }
      if (wanted(Part.crowd)) {
        new Crowd(folder, seconds).watch(machines);
      }
      return 0;
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  static void say(String what, String figure) {
    System.out.printf("%-52s %s%n", what, figure);
  }

  /** A figure beside what it should be. */
  static void say(String what, String figure, String wanted) {
    System.out.printf("%-52s %s%n%-52s   wanted: %s%n", what, figure, "", wanted);
  }
}
