package org.vicinal.demo.chaos;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.client.Refused;
import org.vicinal.demo.town.Places;

/**
 * People who order, look after their orders, sometimes cancel, and ask again when they get no
 * answer: with the same words under the same id, as the page does.
 *
 * <p>Each request has a virtual thread; what they were told is in the {@link Ledger}.
 */
final class Customers implements AutoCloseable {
  private static final long AGAIN_MILLIS = 400;
  private static final int MOST_BETWEEN_MILLIS = 3_000;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  /** Acknowledged as written down (202), and not decided yet: a look may come too early. */
  private static final long WRITTEN_DOWN = 0;

  private final Coordinator coordinator;
  private final Ledger ledger;
  private final RandomGenerator random;
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private int orders;

  /**
   * @param random only for {@link #run}
   */
  Customers(Coordinator coordinator, Ledger ledger, RandomGenerator random) {
    this.coordinator = coordinator;
    this.ledger = ledger;
    this.random = random;
  }

  /** Orders now and then, for {@code time}; returns afterwards. */
  void run(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end && !people.isShutdown()) {
      var id = "chaos-" + ++orders;
      int pieces = random.nextInt(5) == 0 ? 2 : 1;
      long cancelMillis = random.nextInt(6) == 0 ? random.nextInt(15_000) : -1;
      people.execute(() -> one(id, pieces, cancelMillis));
      Thread.sleep(200 + random.nextInt(MOST_BETWEEN_MILLIS));
    }
  }

  private void one(String id, int pieces, long cancelMillis) {
    try {
      var program = Piece.program(id);
      var here = Places.MILL_QUARTER;
      var wanted = Instant.now().plus(Duration.ofDays(5)).toString();
      insist(
          id,
          () -> {
            var digest = coordinator.bring(program);
            var answer =
                coordinator.put(
                    "/api/v1/orders/" + id,
                    Map.of(
                        "files",
                        List.of(Map.of("name", id + ".gcode", "digest", digest.value())),
                        "title",
                        "Squares of " + id,
                        "material",
                        "PLA",
                        "origin",
                        Map.of("source", "own"),
                        "pieces",
                        pieces,
                        "wanted",
                        wanted,
                        "place",
                        Map.of("latitude", here.latitude(), "longitude", here.longitude())));
            ledger.placed(id, pieces, answer.path("version").asLong(WRITTEN_DOWN));
          });
      if (cancelMillis >= 0) {
        Thread.sleep(cancelMillis);
        cancel(id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the run is over, and nobody had answered
    }
  }

  private void cancel(String id) throws InterruptedException {
    insist(
        id,
        () -> {
          if (!coordinator.order(id).ended()) {
            coordinator.post("/api/v1/orders/%s/cancellation".formatted(id), Map.of());
            if (coordinator.order(id).state().equals("CANCELLED")) {
              ledger.cancelled(id);
            }
          }
        });
  }

  /** Looks at one's orders, as far as somebody answers. */
  void look() throws InterruptedException {
    for (var promise : ledger.promises()) {
      try {
        ledger.seen(coordinator.order(promise.order()));
      } catch (Refused no) {
        boolean early = no.status() == NOT_FOUND && promise.version() == WRITTEN_DOWN;
        if (!early && no.status() < FIRST_SERVER_ERROR && no.status() != TOO_MANY) {
          ledger.complain("Order %s was acknowledged, then: %s".formatted(promise.order(), no));
        }
        return;
      } catch (IOException away) {
        return;
      }
    }
  }

  private interface Request {
    void send() throws IOException, InterruptedException;
  }

  /** Asks until there is an answer. */
  private void insist(String id, Request request) throws InterruptedException {
    boolean again = false;
    for (; ; ) {
      ledger.asks(again);
      again = true;
      try {
        request.send();
        return;
      } catch (Refused no) {
        if (isForGood(no.status())) {
          ledger.complain(
              "A request about order %s was refused: %s".formatted(id, no.getMessage()));
          return;
        }
      } catch (IOException away) {
        again = true; // whether it was taken is not known: the same again
      }
      Thread.sleep(AGAIN_MILLIS);
    }
  }

  /** A file or an order of a moment ago may not be seen yet, or end meanwhile. */
  private static boolean isForGood(int status) {
    return status < FIRST_SERVER_ERROR
        && status != TOO_MANY
        && status != CONFLICT
        && status != NOT_FOUND;
  }

  /** Nobody orders any more; who waits for an answer goes on asking. */
  void go() {
    people.shutdown();
  }

  /** Whether everybody has had an answer. */
  boolean haveGone() {
    return people.isTerminated();
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
