package org.vicinal.agent;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.Stock;
import org.vicinal.agent.workshop.Effect;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.messages.id.MachineId;

/**
 * A person in the workshop who does not exist: looks at simulated machines after a short while and
 * says so, under a name that says what it is. Never beside a real machine.
 */
final class Attendant implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);
  private static final String NAME = "simulated attendant";

  /** As large as a simulated machine may be, with its zero in the middle. */
  private static final Stock STOCK = new Stock(2000, 2000, 400, 1000, 1000, 200);

  private final WorkshopLoop loop;
  private final Duration delay;
  private final Map<MachineId, Machine> machines;
  private final Set<MachineId> goingTo = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("attendant").daemon().factory());

  Attendant(WorkshopLoop loop, Duration delay, Map<MachineId, Machine> machines) {
    this.loop = loop;
    this.delay = delay;
    this.machines = machines;
  }

  /** One look at a machine answers everything that was asked about it meanwhile. */
  void asked(Effect.AskPerson ask) {
    if (!goingTo.add(ask.machine())) {
      return;
    }
    var _ = timer.schedule(() -> look(ask), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A run stands and waits: for its outline to be seen, or for what its program asks of people. */
  void called(MachineId id) {
    var _ = timer.schedule(() -> help(id), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void help(MachineId id) {
    var machine = machines.get(id);
    if (machine != null) {
      var _ = machine.outline(true, NAME); // refused where none is waited for
      var _ = machine.resume();
    }
  }

  private void look(Effect.AskPerson ask) {
    goingTo.remove(ask.machine());
    LOG.info("The {} looks at {}: {}", NAME, ask.machine(), ask.what());
    var machine = machines.get(ask.machine());
    if (machine != null && machine.status().condition() == Condition.ALARM) {
      var _ = machine.clearAlarm(Machine.AlarmExit.UNLOCK, NAME);
      return;
    }
    if (machine != null) {
      var _ = machine.stock(STOCK, NAME); // refused by printers, which have none
    }
    loop.put(
        new WorkshopInput.PersonConfirmed(
            loop.now(), Hands.NOBODY, ask.machine(), NAME, "done: " + ask.what()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
