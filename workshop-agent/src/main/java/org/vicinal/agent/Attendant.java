package org.vicinal.agent;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.workshop.Effect;
import org.vicinal.agent.workshop.WorkshopInput;

/**
 * A person in the workshop who does not exist: looks at simulated machines after a short while and
 * says so, under a name that says what it is. Never beside a real machine.
 */
final class Attendant implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);
  private static final String NAME = "simulated attendant";

  private final WorkshopLoop loop;
  private final Duration delay;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("attendant").daemon().factory());

  Attendant(WorkshopLoop loop, Duration delay) {
    this.loop = loop;
    this.delay = delay;
  }

  void asked(Effect.AskPerson ask) {
    var _ = timer.schedule(() -> confirm(ask), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void confirm(Effect.AskPerson ask) {
    LOG.info("The {} looks at {} for lot {}", NAME, ask.machine(), ask.lot());
    loop.put(
        new WorkshopInput.PersonConfirmed(
            loop.now(), Hands.NOBODY, ask.machine(), NAME, "done: " + ask.what()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
