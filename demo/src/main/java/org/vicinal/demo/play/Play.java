package org.vicinal.demo.play;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.vicinal.agent.slicing.PrusaSlicer;
import org.vicinal.agent.slicing.SliceLimits;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.client.OrderSeen;
import org.vicinal.demo.screen.Screen;
import org.vicinal.demo.town.Installation;
import org.vicinal.demo.town.Places;
import org.vicinal.demo.town.Town;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;

/**
 * Four orders in one town (and a fifth, where a slicer is installed), from placing to end, shown as
 * they go. One thread only.
 */
public final class Play {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long BETWEEN_LOOKS_NANOS = 200_000_000;
  private final Town town;
  private final Screen screen;
  private final Path designs = Installation.home().resolve("designs");
  private final List<Watched> orders = new ArrayList<>();
  private final String stamp = Long.toString(Instant.now().getEpochSecond(), 36);

  /** Plays in a town that is ready. */
  public Play(Town town, Screen screen) {
    this.town = town;
    this.screen = screen;
  }

  /**
   * Publishes the designs, places the orders and watches them to their ends.
   *
   * @return what did not go as it should, a sentence each
   */
  public List<String> perform() throws IOException, InterruptedException {
    publish();
    screen.say("");
    var printed = place(1, nearTheFirstWorkshop());
    place(2, onlyTwoCanMakeIt());
    place(4, nobodyCanMakeIt());
    awaitPromise(printed);
    var soon = place(3, theNearestIsBusy());
    if (PrusaSlicer.find(SliceLimits.USUAL).isPresent()) {
      awaitPromise(soon);
      place(5, aModelWithoutAProgram());
    } else {
      screen.say("[5] left out: PrusaSlicer is not installed, so no workshop makes programs.");
    }
    watch();
    return summary();
  }

  /** Publishes the designs that ship. */
  public void publish() throws IOException, InterruptedException {
    screen.say("\nThe designs that ship with Vicinal:");
    var designer = town.coordinatorFor(Role.DESIGNER, "demo designer");
    for (var design : Shipped.ALL) {
      design.publish(designer, designs);
      screen.say("  %-14s %s".formatted(design.name(), design.description()));
    }
  }

  private Errand nearTheFirstWorkshop() {
    return new Errand(
        "ana",
        "a print, near a workshop with two printers",
        Shipped.COAT_HOOK,
        false,
        2,
        Places.MILL_QUARTER,
        Duration.ofDays(1),
        "MADE",
        Set.of("mill-lane"));
  }

  private Errand onlyTwoCanMakeIt() {
    return new Errand(
        "ben",
        "a milled part, which two of three could make",
        Shipped.HEX_COASTER,
        false,
        1,
        Places.RIVERSIDE,
        Duration.ofDays(1),
        "MADE",
        Set.of("quay-yard", "old-forge"));
  }

  /** Soon enough that only a printer that is free now can do it. */
  private Errand theNearestIsBusy() throws IOException {
    double seconds = planned(Shipped.CABLE_CLIP);
    return new Errand(
        "",
        "a print that is wanted soon, by a guest; the nearest workshop is busy",
        Shipped.CABLE_CLIP,
        false,
        1,
        Places.MILL_QUARTER,
        Duration.ofSeconds((long) seconds).plusMinutes(25),
        "MADE",
        Set.of("old-forge"));
  }

  private Errand aModelWithoutAProgram() {
    return new Errand(
        "dan",
        "a model without a program: a workshop slices it for its printer",
        Shipped.CABLE_CLIP,
        true,
        1,
        Places.RIVERSIDE,
        Duration.ofDays(1),
        "MADE",
        Set.of());
  }

  private Errand nobodyCanMakeIt() {
    return new Errand(
        "cleo",
        "a print that nobody nearby has a bed for",
        Shipped.LAMP_RING,
        false,
        1,
        Places.RIVERSIDE,
        Duration.ofDays(2),
        "UNMADE",
        Set.of());
  }

  private double planned(Shipped design) throws IOException {
    var machine = MachineLimits.find("ender-3").orElseThrow();
    return Inspector.of(machine).inspect(design.program(designs)).seconds().total();
  }

  private Watched place(int number, Errand errand) throws IOException, InterruptedException {
    var id = "demo-%s-%d".formatted(stamp, number);
    boolean guest = errand.who().isEmpty();
    var secret = guest ? secret() : "";
    var customer =
        guest
            ? town.coordinator().with("guest." + id + "." + secret)
            : town.coordinatorFor(Role.CUSTOMER, errand.who());
    var order = new HashMap<String, Object>(what(errand, customer));
    order.putAll(
        Map.of(
            "pieces",
            errand.pieces(),
            "wanted",
            Instant.now().plus(errand.within()).toString(),
            "place",
            Map.of("latitude", errand.place().latitude(), "longitude", errand.place().longitude()),
            "contact",
            (guest ? "a guest" : errand.who()) + " of Demo Town"));
    customer.put("/api/v1/orders/" + id, order);
    screen.say(
        "[%d] %s x %d: %s"
            .formatted(number, errand.design().title(), errand.pieces(), errand.why()));
    if (guest) {
      screen.say(
          "[%d] the guest's secret link: %s/#/orders/%s/%s"
              .formatted(number, town.address(), id, secret));
      customer.post("/api/v1/orders/%s/confirmation".formatted(id), Map.of());
    }
    var watched = new Watched(number, id, errand, customer, screen);
    orders.add(watched);
    return watched;
  }

  private Map<String, Object> what(Errand errand, Coordinator customer)
      throws IOException, InterruptedException {
    return errand.modelOnly()
        ? errand.design().bringModel(customer, designs)
        : Map.of("release", errand.design().release());
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The printer is busy once the workshop has taken the lot. */
  private void awaitPromise(Watched order) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!order.taken() && System.nanoTime() < end) {
      look();
    }
  }

  private void watch() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (orders.stream().anyMatch(order -> !order.ended()) && System.nanoTime() < end) {
      look();
    }
    orders.forEach(Watched::finish);
  }

  private void look() throws IOException, InterruptedException {
    for (var order : orders) {
      order.look();
    }
    LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private List<String> summary() {
    var complaints = new ArrayList<String>();
    screen.say("\n  order            ended    made  by           as it should");
    for (var order :
        orders.stream().sorted(java.util.Comparator.comparingInt(Watched::number)).toList()) {
      var complaint = order.complaint();
      screen.say(order.row(complaint.isEmpty() ? "yes" : "NO: " + complaint));
      if (!complaint.isEmpty()) {
        complaints.add("Order %d (%s): %s.".formatted(order.number(), order.id(), complaint));
      }
    }
    return complaints;
  }

  /** Shows what is there from an earlier start on the same folder. */
  public static void showEarlier(Coordinator steward, Screen screen)
      throws IOException, InterruptedException {
    var earlier = steward.orders();
    if (!earlier.isEmpty()) {
      screen.say("From earlier starts on this folder:");
      earlier.stream()
          .sorted(java.util.Comparator.comparing(OrderSeen::id))
          .forEach(
              order ->
                  screen.say(
                      "  %-18s %-9s %s".formatted(order.id(), order.state(), order.title())));
    }
  }
}
