package org.vicinal.demo.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.client.Refused;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Town;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.place.Place;

/** Customers, each of whom orders, waits until a workshop has accepted, and orders again. */
final class Crowd {
  private static final long PATIENCE_SECONDS = 60;
  private final Town town;
  private final Map<JobId, Journey> journeys;
  private final List<Place> places;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  Crowd(Town town, Map<JobId, Journey> journeys, List<Place> places) {
    this.town = town;
    this.journeys = journeys;
    this.places = places;
  }

  /** Orders that were refused, or that nobody had accepted after a minute. */
  long lost() {
    return lost.get();
  }

  /** All that were accepted within {@code time} and just after. */
  List<Journey.Times> order(int customers, Duration time) throws InterruptedException {
    Queue<Journey.Times> done = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + time.toNanos();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < customers; i++) {
        var customer = town.coordinatorFor(Role.CUSTOMER, "customer-" + i);
        people.execute(
            () -> {
              while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                one(customer, done);
              }
            });
      }
    }
    return List.copyOf(done);
  }

  private void one(Coordinator customer, Queue<Journey.Times> done) {
    long number = numbers.incrementAndGet();
    var id = "load-" + number;
    var place = places.get((int) (number % places.size()));
    var journey = new Journey();
    var job = new JobId(id + "-1");
    journeys.put(job, journey);
    try {
      customer.put(
          "/api/v1/orders/" + id,
          Map.of(
              "release",
              Shipped.CABLE_CLIP.release(),
              "pieces",
              1,
              "wanted",
              Instant.now().plus(Duration.ofDays(5)).toString(),
              "place",
              Map.of("latitude", place.latitude(), "longitude", place.longitude())));
      journey.answered();
      long accepted = journey.accepted.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      done.add(journey.times(accepted));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | Refused | ExecutionException | TimeoutException e) {
      if (lost.incrementAndGet() == 1) {
        System.out.printf("The first that was lost: %s: %s%n", id, e);
      }
      journeys.remove(job);
    }
  }
}
