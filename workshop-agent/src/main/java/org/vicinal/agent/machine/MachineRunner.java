package org.vicinal.agent.machine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.serial.SerialLine.Heard;

/**
 * A machine with its thread. The thread owns the state, polls the port and the mailbox, lets {@link
 * MachineState#next} decide and has {@link Deeds} do what comes back. Everybody else drops an input
 * into the mailbox and goes on; only a stop goes straight to the port.
 */
public final class MachineRunner implements Machine, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(MachineRunner.class);
  private static final long LAST_CARE = 1_500_000_000L;

  private final MachineSettings settings;
  private final Thread thread;
  private final Mailbox mailbox;
  private final Questions questions = new Questions();
  private final Deeds deeds;
  private final Pace pace = new Pace();
  private final Queue<Input> own = new ArrayDeque<>();
  private volatile MachineState state; // written by the thread only
  private volatile boolean closed;

  /** A machine on the port that its settings name. */
  public MachineRunner(
      MachineSettings settings, Beginning beginning, RunLog log, MachineListener listener) {
    this(settings, beginning, log, listener, Ports::line);
  }

  /** A machine on lines of another kind. */
  public MachineRunner(
      MachineSettings settings,
      Beginning beginning,
      RunLog log,
      MachineListener listener,
      Function<MachineSettings, SerialLine> lines) {
    this.settings = settings;
    this.state = MachineState.begin(settings, beginning);
    this.thread = Thread.ofPlatform().daemon().name("machine " + settings.name()).unstarted(this);
    this.mailbox = new Mailbox(thread);
    this.deeds = new Deeds(settings, log, listener, lines, mailbox, questions);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        turn();
      }
      leaveSafe();
    } catch (RuntimeException e) {
      LOG.error("{} has met a fault of this program and is let go", settings.name(), e);
      SerialLine open = deeds.line();
      if (open != null && state.findRun().isPresent()) {
        open.stop(Stop.bytes(settings.firmware()));
      }
    } finally {
      end();
    }
  }

  /** Heaters and spindle off before the port is let go; not longer than people wait for an end. */
  private void leaveSafe() {
    long end = now() + LAST_CARE;
    take(new Input.EndAsked(now()));
    while (state.findRun().isPresent() && now() < end) {
      turn();
    }
  }

  private void turn() {
    boolean idle = true;
    for (Input input = mailbox.take(); input != null; input = mailbox.take()) {
      take(input);
      idle = false;
    }
    SerialLine open = deeds.line();
    if (open != null && state instanceof MachineState.Online) {
      switch (open.read()) {
        case Heard.Bytes bytes -> {
          take(new Input.Heard(now(), bytes.bytes()));
          idle = false;
        }
        case Heard.Silence silence -> {
          // nothing
        }
        case Heard.Lost lost -> take(new Input.PortLost(now(), lost.why()));
      }
    }
    if (now() >= state.wakeAt()) {
      take(new Input.Woken(now()));
    }
    pace.rest(idle, state, now());
  }

  private void take(Input input) {
    own.add(input);
    for (Input next = own.poll(); next != null; next = own.poll()) {
      Turn turn = MachineState.next(state, next);
      state = turn.state();
      if (next instanceof Input.StopAsked) {
        goOn();
      }
      for (Effect effect : turn.effects()) {
        deeds.perform(effect);
        for (Input found = deeds.findResult(); found != null; found = deeds.findResult()) {
          own.add(found);
        }
      }
    }
  }

  /** The state knows of the stop now and sends nothing of what was going on. */
  private void goOn() {
    SerialLine open = deeds.line();
    if (open != null) {
      open.goOn();
    }
  }

  private void end() {
    take(new Input.PortLost(now(), "The agent has let go of the machine."));
    deeds.letGo();
  }

  private CompletableFuture<Answer> ask(LongFunction<Input> question) {
    if (closed) {
      return CompletableFuture.completedFuture(
          new Answer.Refused(settings.name() + " has been let go."));
    }
    var asked = questions.open();
    if (!mailbox.put(question.apply(asked.ask()))) {
      questions.answer(
          asked.ask(),
          new Answer.Refused(settings.name() + " has too many questions waiting. Ask again."));
    }
    return asked.answer();
  }

  @Override
  public CompletableFuture<Answer> run(RunRequest request) {
    return ask(ask -> new Input.RunAsked(now(), ask, request));
  }

  @Override
  public CompletableFuture<Answer> cancel(String reason) {
    return ask(ask -> new Input.CancelAsked(now(), ask, reason));
  }

  @Override
  public CompletableFuture<Answer> stopNow() {
    SerialLine open = deeds.line();
    if (open != null) {
      open.stop(Stop.bytes(settings.firmware())); // past mailbox, state and whatever waits
    }
    var asked = questions.open();
    boolean taken =
        !closed && mailbox.putFirst(new Input.StopAsked(now(), asked.ask(), open != null));
    if (!taken) {
      questions.answer(asked.ask(), Answer.DONE);
    }
    return asked.answer();
  }

  @Override
  public CompletableFuture<Answer> pause() {
    return ask(ask -> new Input.PauseAsked(now(), ask));
  }

  @Override
  public CompletableFuture<Answer> resume() {
    return ask(ask -> new Input.ResumeAsked(now(), ask));
  }

  @Override
  public CompletableFuture<Answer> confirm(String who, Instant at, String what) {
    return ask(ask -> new Input.Confirmed(now(), ask, who, at, what));
  }

  @Override
  public CompletableFuture<Answer> stock(Stock stock, String who) {
    return ask(ask -> new Input.StockSet(now(), ask, who, stock));
  }

  @Override
  public CompletableFuture<Answer> outline(boolean skip, String who) {
    return ask(ask -> new Input.OutlineAsked(now(), ask, who, skip));
  }

  @Override
  public CompletableFuture<Answer> say(String text, String who) {
    return ask(ask -> new Input.ErrandAsked(now(), ask, who, text));
  }

  @Override
  public CompletableFuture<Answer> jog(Jog way, String who) {
    return ask(ask -> new Input.JogAsked(now(), ask, who, way));
  }

  @Override
  public CompletableFuture<Answer> drive(Heading heading, String who) {
    return ask(ask -> new Input.DriveAsked(now(), ask, who, heading));
  }

  @Override
  public CompletableFuture<Answer> release() {
    return ask(ask -> new Input.ReleaseAsked(now(), ask));
  }

  @Override
  public CompletableFuture<Answer> clearAlarm(AlarmExit exit, String who) {
    return ask(ask -> new Input.AlarmExitAsked(now(), ask, exit, who));
  }

  @Override
  public MachineStatus status() {
    return Snapshots.of(state);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long now() {
    return System.nanoTime();
  }
}
