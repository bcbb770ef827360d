package org.vicinal.demo.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.vicinal.coordinator.broker.EmbeddedBroker;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.bench.Scratch;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Installation;
import org.vicinal.demo.town.Town;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./vicinal bench orders}. */
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    description = {
      "Many customers order at once, five workshops bid for each order, one gets and accepts it:"
          + " orders a second,",
      "how long each step takes, and what an order costs in records and flushes. Coordinator and"
          + " load share this machine."
    })
public final class LoadBench implements Callable<Integer> {
  private static final int EACH_TOWN = 5;
  private static final int WARM_UP_SECONDS = 15;
  private static final double FAR_APART = 0.5; // degrees of latitude, 55 km: no town asks another

  @Option(
      names = "--workshops",
      description = "Each with its own connection (default: ${DEFAULT-VALUE}).")
  private int workshops = 200;

  @Option(names = "--seconds", description = "How long to order (default: ${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Option(
      names = "--customers",
      description = "Who wait for theirs before they order again (default: ${DEFAULT-VALUE}).")
  private int customers = 128;

  @Option(names = "--durability", description = "relaxed or flushed (default: ${DEFAULT-VALUE}).")
  private String durability = "relaxed";

  private final Map<JobId, Journey> journeys = new ConcurrentHashMap<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("vicinal-load");
    var options = Map.of("--durability", durability);
    try (var town = new Town(folder, Scratch.freePort(), 1, List.of(), options)) {
      town.start();
      town.awaitCoordinator();
      Shipped.CABLE_CLIP.publish(
          town.coordinatorFor(Role.DESIGNER, "bench"), Installation.home().resolve("designs"));
      run(town, folder.resolve("coordinator"));
      return 0;
    } finally {
      Scratch.delete(folder);
    }
  }

  private void run(Town town, Path data) throws IOException, InterruptedException {
    var bidders = new ArrayList<Bidder>();
    try (var admin = EmbeddedBroker.findFrom(data).orElseThrow().admin()) {
      enrol(town, bidders);
      var crowd = new Crowd(town, journeys, places());
      var _ =
          crowd.order(
              customers, Duration.ofSeconds(WARM_UP_SECONDS)); // until what is compiled is compiled
      var report = new LoadReport(town, admin);
      var done = crowd.order(customers, Duration.ofSeconds(seconds));
      report.end(
          done,
          crowd.lost(),
          "%d workshops, %d customers, durability %s".formatted(workshops, customers, durability));
    } finally {
      bidders.forEach(Bidder::close);
    }
  }

  private void enrol(Town town, List<Bidder> bidders) throws IOException, InterruptedException {
    var steward = town.coordinatorFor(Role.STEWARD, "bench");
    long start = System.nanoTime();
    for (int i = 0; i < workshops; i++) {
      var town5 = place(i / EACH_TOWN);
      var place =
          Map.of(
              "latitude",
              town5.latitude() + 0.001 * (i % EACH_TOWN),
              "longitude",
              town5.longitude());
      var answer =
          steward.post(
              "/api/v1/workshops/bench-%d/enrolments".formatted(i),
              Map.of("name", "Bench " + i, "place", place));
      var bidder = new Bidder(Json.WIRE.mapper().readValue(answer, Enrolment.class), journeys);
      bidders.add(bidder);
      bidder.open();
      if (i % 20 == 19) {
        System.out.printf("  %d of %d workshops are in%n", i + 1, workshops);
      }
    }
    System.out.printf(
        "%d workshops enrolled and connected in %.1f s%n",
        workshops, (System.nanoTime() - start) / 1e9);
    while (!steward.get("/api/v1/workshops/bench-" + (workshops - 1)).path("ready").asBoolean()) {
      Thread.sleep(100);
    }
  }

  private List<Place> places() {
    return java.util.stream.IntStream.range(0, Math.max(1, workshops / EACH_TOWN))
        .mapToObj(LoadBench::place)
        .toList();
  }

  /** Town {@code number}: ten towns a row, 55 km from north to south. */
  private static Place place(int number) {
    return new Place(40 + FAR_APART * (number % 20), 1 + number / 20);
  }
}
