package org.vicinal.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.engine.EngineSettings;
import org.vicinal.coordinator.engine.LatencyBench;
import org.vicinal.demo.bench.load.LoadBench;
import org.vicinal.demo.bench.machines.MachinesBench;
import org.vicinal.demo.chaos.ChaosCommand;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Installation;
import org.vicinal.demo.town.Machine;
import org.vicinal.demo.town.Places;
import org.vicinal.demo.town.Town;
import org.vicinal.demo.town.Workshop;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./vicinal bench}: prints the machine, the limits and the figures of one run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {MachinesBench.class, MatchBench.class, LoadBench.class, ChaosCommand.class},
    description = {
      "Measures, on this machine: order to call beside the broker's own produce to consume; how"
          + " soon a",
      "coordinator is ready; what it and an agent with four machines use, idle and at work.",
      "How long the demo takes, the demo says itself: ./vicinal demo --once."
    })
public final class BenchMain implements Callable<Integer> {
  private static final Workshop FOUR =
      new Workshop(
          "four",
          "Four machines",
          Places.MILL_LANE.place(),
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      new Machine(
                          "m" + i, i < 2 ? "marlin" : "grbl", "220x220x250", List.of("PLA")))
              .toList());

  @Option(names = "--orders", description = "How many orders to time (default: ${DEFAULT-VALUE}).")
  private int orders = 200;

  @Option(
      names = "--seconds",
      description = "How long to watch each process (default: ${DEFAULT-VALUE}).")
  private int seconds = 20;

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchMain()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("vicinal-bench");
    try {
      LatencyBench.run(EngineSettings.in(folder.resolve("engine")), orders, System.out);
      processes(folder.resolve("town"));
      return 0;
    } finally {
      Scratch.delete(folder);
    }
  }

  private void processes(Path data) throws IOException, InterruptedException {
    try (var town = new Town(data, Scratch.freePort(), 1, List.of(FOUR))) {
      long start = System.nanoTime();
      town.start();
      town.awaitCoordinator();
      say(
          "coordinator ready (five processes starting)",
          "%.1f s".formatted((System.nanoTime() - start) / 1e9));
      town.startWorkshops();
      town.awaitWorkshops();
      Thread.sleep(Duration.ofSeconds(seconds)); // until what starts has started
      var watch = Duration.ofSeconds(seconds);
      say("coordinator idle", Usage.of(town.child("coordinator"), watch));
      say("agent with four machines idle", Usage.of(town.child(FOUR.id()), watch));
      work(town);
      say("agent with one of them printing", Usage.of(town.child(FOUR.id()), watch));
    }
  }

  private void work(Town town) throws IOException, InterruptedException {
    Shipped.CABLE_CLIP.publish(
        town.coordinatorFor(Role.DESIGNER, "bench"), Installation.home().resolve("designs"));
    var customer = town.coordinatorFor(Role.CUSTOMER, "bench");
    var here = Places.MILL_QUARTER;
    customer.put(
        "/api/v1/orders/bench",
        Map.of(
            "release", Shipped.CABLE_CLIP.release(),
            "pieces", 1,
            "wanted", Instant.now().plus(Duration.ofDays(1)).toString(),
            "place", Map.of("latitude", here.latitude(), "longitude", here.longitude())));
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (customer.order("bench").progress() == 0 && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(500));
    }
  }

  private static void say(String what, Object figure) {
    System.out.printf("%-46s %s%n", what, figure);
  }
}
