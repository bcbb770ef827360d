package org.vicinal.coordinator.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.border.Notices;
import org.vicinal.coordinator.broker.BrokerSettings;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.decide.Things;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Size;

/** A running engine over a real broker, everything that has happened there, and its people. */
public final class Town implements AutoCloseable, EventFeed.Follower {
  private static final Duration PATIENCE = Duration.ofSeconds(30); // of a test that fails
  private final List<Occurred<?>> events = new ArrayList<>();
  private final Engine engine;

  private Town(EngineSettings settings, Neighbourhood neighbourhood) {
    this.engine = Engine.start(settings, neighbourhood, List.of(this), Notices.NONE);
  }

  /** One workshop 500 m away with a printer; no waiting at the gate, quick reauthentication. */
  public static Town over(Path data) {
    return new Town(settings(data), neighbours());
  }

  public static Town over(EngineSettings settings) {
    return new Town(settings, neighbours());
  }

  public static EngineSettings settings(Path data) {
    return EngineSettings.in(data)
        .withTimings(EngineSettings.Timings.usual().withGate(Duration.ZERO))
        .withBroker(BrokerSettings.usual().reauthenticatingEvery(Duration.ofSeconds(1)));
  }

  private static Neighbourhood neighbours() {
    return Things.neighbours(
        Things.neighbour(Things.WEIR_LANE, 500, Things.printer(new Size(250, 210, 200))));
  }

  public Engine engine() {
    return engine;
  }

  @Override
  public synchronized void on(Occurred<?> event) {
    events.add(event);
    notifyAll();
  }

  @Override
  public void caughtUp() {}

  public synchronized List<Occurred<?>> events() {
    return List.copyOf(events);
  }

  /** The first event that {@code looked} for, when it has happened. */
  public synchronized Occurred<?> await(Predicate<Occurred<?>> looked) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (var event : events) {
        if (looked.test(event)) {
          return event;
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "Expected another event, but after "
                + events.size()
                + " the last was "
                + (events.isEmpty() ? "none" : events.getLast()));
      }
      wait(left);
    }
  }

  public Occurred<?> await(Class<?> kind) throws InterruptedException {
    return await(event -> kind.isInstance(event.event()));
  }

  public Answer ask(Asker by, Command command) throws Exception {
    return ask(UUID.randomUUID().toString(), by, command);
  }

  public Answer ask(String id, Asker by, Command command) throws Exception {
    return engine
        .commands()
        .ask(new Submitted<>(id, by, command))
        .toCompletableFuture()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Enrols {@code workshop} and waits until it is a member. */
  public Enrolments.Credential enrol(WorkshopId workshop) throws Exception {
    ask(Things.STEWARD, new WorkshopCommand.EnrolWorkshop(workshop, "Weir Lane", Things.SQUARE));
    await(
        event ->
            event.event() instanceof WorkshopEvent.WorkshopProvisioned it
                && it.workshop().equals(workshop));
    return engine
        .enrolments()
        .secretOnce(workshop, Things.SQUARE)
        .toCompletableFuture()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** An order of one hook by tomorrow, confirmed. */
  public static OrderCommand.PlaceOrder order(String id) {
    var wish = Things.wish(1);
    return new OrderCommand.PlaceOrder(
        new OrderId(id),
        new Wish(
            wish.customer(),
            wish.title(),
            wish.release(),
            wish.requirement(),
            wish.files(),
            wish.pieces(),
            Instant.now().plus(Duration.ofDays(1)),
            wish.place()),
        "",
        true,
        CommunityRules.usual());
  }

  @Override
  public void close() {
    engine.close();
  }
}
