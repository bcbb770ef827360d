package org.vicinal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.client.OrderSeen;
import org.vicinal.demo.client.Refused;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Installation;
import org.vicinal.demo.town.Machine;
import org.vicinal.demo.town.Places;
import org.vicinal.demo.town.Town;
import org.vicinal.demo.town.Workshop;

/**
 * A coordinator and one workshop with one printer, as real processes, to kill, restore and look at.
 */
public final class Stage implements AutoCloseable {
  public static final Machine PRINTER =
      new Machine("left", "marlin", "220x220x250", List.of("PLA"));
  public static final Workshop WORKSHOP =
      new Workshop("mill-lane", "Mill Lane", Places.MILL_LANE.place(), List.of(PRINTER));
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private final Town town;
  private final Coordinator customer;

  private Stage(Town town) {
    this.town = town;
    this.customer = town.coordinatorFor(Role.CUSTOMER, "ana");
  }

  /** Says so when the programs that the test starts are not there. */
  public static void demandBuilt() {
    for (var module : List.of("coordinator", "workshop-agent")) {
      var lib = Installation.home().resolve(module).resolve("target").resolve("lib");
      assertThat(lib)
          .as("the programs must be built first: ./vicinal test, or mvn verify")
          .isDirectory();
    }
  }

  /** A town that takes orders. */
  public static Stage open(Path data, double speed) throws Exception {
    demandBuilt();
    var town = new Town(data, freePort(), speed, List.of(WORKSHOP));
    try {
      town.start();
      town.awaitCoordinator();
      town.startWorkshops();
      town.awaitWorkshops();
      var designs = Installation.home().resolve("designs");
      Shipped.CABLE_CLIP.publish(town.coordinatorFor(Role.DESIGNER, "dora"), designs);
      return new Stage(town);
    } catch (Exception | Error e) {
      town.close();
      throw e;
    }
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public Town town() {
    return town;
  }

  /** Orders {@code pieces} cable clips; returns when the coordinator has acknowledged it. */
  public String place(String id, int pieces) throws Exception {
    customer.put(
        "/api/v1/orders/" + id,
        Map.of(
            "release", Shipped.CABLE_CLIP.release(),
            "pieces", pieces,
            "wanted", Instant.now().plus(Duration.ofDays(5)).toString(),
            "place",
                Map.of(
                    "latitude",
                    Places.MILL_QUARTER.latitude(),
                    "longitude",
                    Places.MILL_QUARTER.longitude())));
    return id;
  }

  public OrderSeen order(String id) throws Exception {
    return customer.order(id);
  }

  /**
   * Waits until the order is as {@code condition} says, however long the coordinator is away
   * meanwhile.
   */
  public OrderSeen await(String id, String what, Predicate<OrderSeen> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    OrderSeen last = null;
    while (System.nanoTime() < end) {
      try {
        last = customer.order(id);
        if (condition.test(last)) {
          return last;
        }
      } catch (IOException | Refused away) {
        assertThat(away).isNotNull(); // the coordinator is down or not ready yet
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError(
        "Order %s: waited in vain for \"%s\". Last seen: %s".formatted(id, what, last));
  }

  public OrderSeen awaitStory(String id, String words) throws Exception {
    return await(id, words, order -> tells(order, words));
  }

  public OrderSeen awaitEnd(String id) throws Exception {
    return await(id, "its end", OrderSeen::ended);
  }

  public static boolean tells(OrderSeen order, String words) {
    return count(order, words) > 0;
  }

  public static long count(OrderSeen order, String words) {
    return order.story().stream().filter(line -> line.text().contains(words)).count();
  }

  public void killCoordinator() throws Exception {
    town.child("coordinator").kill();
  }

  public void startCoordinator() throws Exception {
    town.startCoordinator();
    try {
      town.awaitCoordinator();
    } catch (IllegalStateException e) {
      throw new AssertionError(e.getMessage() + System.lineSeparator() + threads(), e);
    }
  }

  /** What the coordinator's own threads are at: its virtual machine writes them to its log. */
  private String threads() throws IOException, InterruptedException {
    var pid = Long.toString(town.child("coordinator").pid());
    new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start().waitFor();
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    return Stream.of(Files.readString(town.logs().resolve("coordinator.log")).split("\n\n"))
        .filter(thread -> thread.startsWith("\"main") || thread.contains("org.vicinal"))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** How many programs the printer has begun: each homes once. */
  public long begun() throws IOException {
    return executed("G28");
  }

  /** How many programs the printer has done to their last line. */
  public long done() throws IOException {
    return executed("M84");
  }

  /** How many lines the printer has executed. */
  public long lines() throws IOException {
    try (var lines = Files.lines(town.executed(WORKSHOP, PRINTER))) {
      return lines.count();
    }
  }

  private long executed(String command) throws IOException {
    try (var lines = Files.lines(town.executed(WORKSHOP, PRINTER))) {
      return lines.filter(line -> line.strip().equals(command)).count();
    }
  }

  @Override
  public void close() {
    town.close();
  }
}
