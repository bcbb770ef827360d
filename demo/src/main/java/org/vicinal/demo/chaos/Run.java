package org.vicinal.demo.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.client.OrderSeen;
import org.vicinal.demo.client.Refused;
import org.vicinal.demo.town.Machine;
import org.vicinal.demo.town.Places;
import org.vicinal.demo.town.Town;
import org.vicinal.demo.town.Workshop;

/** One run: a town opens, suffers, comes to rest, and is judged. */
final class Run {
  private static final List<Workshop> WORKSHOPS =
      List.of(
          workshop(Places.MILL_LANE, printer("left"), printer("right")),
          workshop(Places.OLD_FORGE, printer("printer")));
  private static final long LOOK_MILLIS = 1_000;
  private static final long TICK_MILLIS = 50;
  private static final long DISK_BYTES = 200_000_000;
  private static final int NOT_FOUND = 404;
  private final Settings settings;
  private final Ledger ledger = new Ledger();
  private final long began = System.nanoTime();
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));

  /**
   * @param seed of the script, and of what customers want
   * @param harmed how long things happen
   * @param quiet how long everything may take to come to its end afterwards
   * @param speed of the machines
   * @param smallDisk whether a file system of its own may be mounted
   */
  record Settings(
      long seed, Duration harmed, Duration quiet, double speed, Path folder, boolean smallDisk) {}

  /** Something that is to be done at a moment of {@link System#nanoTime}. */
  private record Due(long nanos, Harm harm, boolean begins) {}

  Run(Settings settings) {
    this.settings = settings;
  }

  private static Workshop workshop(Workshop like, Machine... machines) {
    return new Workshop(like.id(), like.name(), like.place(), List.of(machines));
  }

  private static Machine printer(String name) {
    return new Machine(name, "marlin", "220x220x250", List.of("PLA"));
  }

  /** Takes the time that the settings say, and at most the patience for the quiet afterwards. */
  Verdict perform() throws IOException, InterruptedException {
    if (!settings.smallDisk()) {
      return perform(null);
    }
    try (var disk = SmallDisk.mount(settings.folder().resolve("coordinator"), DISK_BYTES)) {
      var verdict = perform(disk);
      if (!verdict.faults().isEmpty()) {
        disk.keep();
      }
      return verdict;
    }
  }

  private Verdict perform(@Nullable SmallDisk disk) throws IOException, InterruptedException {
    var ports = Street.freePorts();
    try (var street = new Street();
        var town =
            new Town(
                settings.folder(), ports.page(), settings.speed(), WORKSHOPS, options(ports))) {
      street.open(ports.page());
      street.open(ports.broker());
      town.start();
      town.awaitCoordinator();
      town.startWorkshops();
      town.awaitWorkshops();
      say("the town is open" + (disk == null ? "" : ", its disk has " + room(disk) + " left"));
      return perform(town, street, disk, Street.address(ports.page()));
    }
  }

  private Verdict perform(Town town, Street street, @Nullable SmallDisk disk, URI outside)
      throws IOException, InterruptedException {
    var ana = town.coordinatorFor(Role.CUSTOMER, "ana");
    var hand = new Hand(town, WORKSHOPS, street, disk, this::say);
    var wishes = new SplittableRandom(settings.seed()).split();
    try (var customers = new Customers(ana.by(outside), ledger, wishes)) {
      suffer(hand, customers, disk != null);
      rest(hand, customers);
    }
    say(ledger + "; %d processes ended by themselves".formatted(hand.unasked()));
    return Verdict.of(ledger, shown(ana), iron(town));
  }

  private static Map<String, String> options(Street.Ports ports) {
    return Map.of(
        "--broker-port",
        Integer.toString(ports.broker()),
        "--broker-advertise",
        Street.ADDRESS,
        "--address",
        Street.address(ports.page()).toString(),
        "--bidding-window",
        "5s",
        "--accept-window",
        "20s",
        "--min-free",
        "3MB");
  }

  /** Everything that the script says, then everything is put right. */
  private void suffer(Hand hand, Customers customers, boolean disk)
      throws IOException, InterruptedException {
    var _ = Thread.ofVirtual().name("customers").start(() -> order(customers));
    var _ = Thread.ofVirtual().name("looking").start(() -> look(customers));
    var random = new SplittableRandom(settings.seed());
    long start = System.nanoTime();
    for (var act : Script.write(random, settings.harmed(), cast(disk)).acts()) {
      due.add(new Due(start + act.after().toNanos(), act.harm(), true));
    }
    while (System.nanoTime() < start + settings.harmed().toNanos()) {
      var next = due.peek();
      if (next != null && next.nanos() <= System.nanoTime()) {
        due.remove(next);
        happen(hand, next);
      }
      hand.watch();
      Thread.sleep(TICK_MILLIS);
    }
    for (var last : List.copyOf(due)) {
      if (!last.begins()) {
        hand.end(last.harm());
      }
    }
    say("nothing more happens from here; " + ledger);
  }

  private void happen(Hand hand, Due now) throws IOException, InterruptedException {
    if (!now.begins()) {
      hand.end(now.harm());
    } else if (hand.begin(now.harm())) {
      due.add(new Due(System.nanoTime() + now.harm().lasts().toNanos(), now.harm(), false));
    }
  }

  private static Script.Cast cast(boolean disk) {
    return new Script.Cast(
        WORKSHOPS.stream().map(Workshop::id).toList(),
        WORKSHOPS.stream()
            .flatMap(it -> it.machines().stream().map(machine -> Town.nameOf(it, machine)))
            .toList(),
        disk);
  }

  private void order(Customers customers) {
    try {
      customers.run(settings.harmed());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Customers customers) {
    try {
      while (!customers.haveGone()) {
        customers.look();
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until everybody has an answer and every order has ended, or patience ends. */
  private void rest(Hand hand, Customers customers) throws IOException, InterruptedException {
    customers.go();
    long end = System.nanoTime() + settings.quiet().toNanos();
    while (System.nanoTime() < end && !(customers.haveGone() && ledger.allEnded())) {
      hand.watch();
      if (customers.haveGone()) {
        customers.look();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    if (!customers.haveGone()) {
      ledger.complain(
          "Customers still waited for an answer %s after all was put right."
              .formatted(settings.quiet()));
    }
  }

  private Map<String, OrderSeen> shown(Coordinator ana) throws IOException, InterruptedException {
    var shown = new HashMap<String, OrderSeen>();
    for (var promise : ledger.promises()) {
      try {
        shown.put(promise.order(), ana.order(promise.order()));
      } catch (Refused no) {
        if (no.status() != NOT_FOUND) {
          throw no;
        }
      }
    }
    return shown;
  }

  private static Iron iron(Town town) throws IOException {
    return Iron.read(
        WORKSHOPS.stream()
            .flatMap(it -> it.machines().stream().map(machine -> town.executed(it, machine)))
            .toList());
  }

  private static String room(SmallDisk disk) throws IOException {
    return "%,d MB".formatted(disk.freeBytes() / 1_000_000);
  }

  private void say(String what) {
    System.out.printf(Locale.ROOT, "%7.1f s  %s%n", (System.nanoTime() - began) / 1e9, what);
  }
}
