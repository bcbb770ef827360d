package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
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
  private int seconds = 8;

  @Option(names = "--stops", description = "How many stops to time (default: ${DEFAULT-VALUE}).")
  private int stops = 400;

  @Option(names = "--machines", description = "How many at once (default: ${DEFAULT-VALUE}).")
  private int machines = 32;

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.setProperty("logback.configurationFile", "quiet-logback.xml"); // before the first line
    Path folder = Files.createTempDirectory("vicinal-machines");
    try {
      say("machine", Host.told());
      say("limits", "boards simulated on the same machine, motion 100,000 times as fast as life");
      Throughput throughput = new Throughput(folder, seconds);
      throughput.paced(115_200);
      throughput.paced(1_000_000);
      throughput.terminal();
      new Stops(folder).time(stops);
      new Crowd(folder, seconds).watch(machines);
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
}
