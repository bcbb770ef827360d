package org.vicinal.agent;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.Journal;
import org.vicinal.agent.workshop.Effect;
import org.vicinal.agent.workshop.SaidCall;
import org.vicinal.agent.workshop.WaitingCall;
import org.vicinal.agent.workshop.Workshop;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.agent.workshop.WorkshopState;

/**
 * The thread that owns the workshop's state and its journal.
 *
 * <p>It takes what lies in the mailbox, lets {@link Workshop} decide, makes the facts durable with
 * one flush for all that lay there, and only then causes the effects. When the journal cannot be
 * written nothing is caused: it tries again, and says so, until it can.
 */
final class WorkshopLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkshopLoop.class);
  private static final int MAILBOX = 10_000;
  private static final int BATCH = 64;
  private static final Duration LONGEST_SLEEP = Duration.ofHours(1);
  private static final int RETRY_SECONDS = 2;

  private volatile Workshop workshop; // the thread's own; others only look
  private final Journal journal;
  private final Consumer<Effect> hands;
  private final InstantSource clock;
  private final LinkedBlockingQueue<WorkshopInput> mailbox = new LinkedBlockingQueue<>(MAILBOX);
  private final Thread thread;
  private volatile WorkshopState state;
  private volatile boolean closed;

  WorkshopLoop(
      Workshop workshop,
      Journal journal,
      WorkshopState state,
      Consumer<Effect> hands,
      InstantSource clock) {
    this.workshop = workshop;
    this.journal = journal;
    this.state = state;
    this.hands = hands;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("workshop").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The state after the last turn that is durable. Any thread. */
  WorkshopState state() {
    return state;
  }

  Instant now() {
    return clock.instant();
  }

  /** What waits for an answer, and what the rules would say now. Any thread. */
  List<SaidCall> answers() {
    return workshop.answered(state);
  }

  /** The calls that wait for an answer. Any thread. */
  List<WaitingCall> calls() {
    return workshop.preview(state, clock.instant());
  }

  /** Waits while the mailbox is full: for the network, which can wait. */
  void put(WorkshopInput input) {
    try {
      mailbox.put(input);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Never waits: for machines' threads. False when there was no room. */
  boolean offer(WorkshopInput input) {
    return mailbox.offer(input);
  }

  /** Works off what lies in the mailbox and ends. */
  @Override
  public void close() {
    closed = true;
    mailbox.offer(new WorkshopInput.ClockTicked(clock.instant()));
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var inputs = new ArrayList<WorkshopInput>(BATCH);
    try {
      while (!closed || !mailbox.isEmpty()) {
        inputs.clear();
        inputs.add(await());
        mailbox.drainTo(inputs, BATCH - 1);
        turn(inputs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The workshop has met a fault of this program and stops taking work", e);
      throw e;
    }
  }

  private WorkshopInput await() throws InterruptedException {
    var now = clock.instant();
    long millis =
        state
            .wake()
            .map(wake -> Duration.between(now, wake))
            .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
            .orElse(LONGEST_SLEEP)
            .toMillis();
    var input = mailbox.poll(Math.max(1, millis), TimeUnit.MILLISECONDS);
    return input == null ? new WorkshopInput.ClockTicked(clock.instant()) : input;
  }

  private void turn(List<WorkshopInput> inputs) throws InterruptedException {
    var facts = new ArrayList<Fact>();
    var effects = new ArrayList<Effect>();
    var next = state;
    for (var input : inputs) {
      if (input instanceof WorkshopInput.MachinesRevised revised) {
        workshop = new Workshop(revised.settings());
      }
      var turn = workshop.next(next, input);
      next = turn.state();
      facts.addAll(turn.facts());
      effects.addAll(turn.effects());
    }
    if (!facts.isEmpty()) {
      write(facts, next);
    }
    state = next;
    effects.forEach(hands);
  }

  private void write(List<Fact> facts, WorkshopState next) throws InterruptedException {
    while (true) {
      try {
        journal.append(facts, next.memory());
        return;
      } catch (IOException e) {
        LOG.error(
            "The journal cannot be written ({}); nothing new is begun until it can. Make room on"
                + " its disk.",
            e.getMessage());
        Thread.sleep(Duration.ofSeconds(RETRY_SECONDS));
      }
    }
  }
}
