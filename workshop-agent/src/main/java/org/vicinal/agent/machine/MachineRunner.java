package org.vicinal.agent.machine;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.serial.SerialLine.Heard;

/**
 * A machine with its thread. The thread owns the state, polls the port and the mailbox, lets {@link
 * MachineState#next} decide and does what comes back. Everybody else drops an input into the
 * mailbox and goes on.
 */
public final class MachineRunner implements Machine, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(MachineRunner.class);
  private static final int MAILBOX = 256;
  private static final long LAST_CARE = 1_500_000_000L;

  private final MachineSettings settings;
  private final RunLog log;
  private final MachineListener listener;
  private final Function<MachineSettings, SerialLine> lines;
  private final Thread thread;
  private final Queue<Input> mailbox = new ArrayBlockingQueue<>(MAILBOX);
  private final AtomicLong asks = new AtomicLong();
  private final java.util.concurrent.ConcurrentMap<Long, CompletableFuture<Answer>> asked =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final Pace pace = new Pace();
  private final Queue<Input> own = new ArrayDeque<>();
  private final Map<String, ProgramReader> readers = new HashMap<>();
  private volatile MachineState state; // written by the thread only
  private volatile @Nullable SerialLine line;
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
    this.log = log;
    this.listener = listener;
    this.lines = lines;
    this.state = MachineState.begin(settings, beginning);
    this.thread = Thread.ofPlatform().daemon().name("machine " + settings.name()).unstarted(this);
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
      SerialLine open = line;
      if (open != null && state.findRun().isPresent()) {
        open.writeUrgent(Stop.bytes(settings.firmware()));
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
    for (Input input = mailbox.poll(); input != null; input = mailbox.poll()) {
      take(input);
      idle = false;
    }
    SerialLine open = line;
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
      turn.effects().forEach(this::perform);
    }
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.OpenPort open -> open();
      case Effect.ClosePort close -> closeLine();
      case Effect.Write write -> {
        SerialLine open = line;
        if (open != null) {
          open.write(write.bytes());
        }
      }
      case Effect.WriteUrgent write -> {
        SerialLine open = line;
        if (open != null) {
          open.writeUrgent(write.bytes());
        }
      }
      case Effect.Journal journal -> journal(journal.start());
      case Effect.Acknowledged taken -> log.acknowledged(taken.runId(), taken.line());
      case Effect.Ended ended -> ended(ended);
      case Effect.Read read -> read(read.request());
      case Effect.Tell tell -> tell(tell.event());
      case Effect.Reply reply -> reply(reply);
    }
  }

  private void open() {
    closeLine();
    SerialLine next = lines.apply(settings);
    if (next.open() instanceof Heard.Lost lost) {
      next.close();
      own.add(new Input.PortLost(now(), lost.why()));
    } else {
      line = next;
      own.add(new Input.PortOpened(now()));
    }
  }

  private void closeLine() {
    SerialLine open = line;
    line = null;
    if (open != null) {
      open.close();
    }
  }

  private void journal(RunStart start) {
    try {
      log.starting(start);
      own.add(new Input.Journalled(now(), start.runId()));
    } catch (IOException e) {
      own.add(new Input.NotJournalled(now(), start.runId(), String.valueOf(e.getMessage())));
    }
  }

  private void ended(Effect.Ended ended) {
    ProgramReader reader = readers.remove(ended.runId());
    if (reader != null) {
      reader.close();
    }
    log.ended(ended.runId(), ended.end());
  }

  private void read(RunRequest request) {
    readers
        .computeIfAbsent(
            request.runId(), id -> new ProgramReader(request, settings.firmware(), this::drop))
        .readOn();
  }

  private void tell(MachineEvent event) {
    if (event instanceof MachineEvent.StateChanged changed) {
      LOG.info("{} is {}: {}", changed.machine(), changed.to(), changed.why());
    }
    listener.on(event);
  }

  private void reply(Effect.Reply reply) {
    CompletableFuture<Answer> future = asked.remove(reply.ask());
    if (future != null) {
      future.complete(reply.answer());
    }
  }

  private void end() {
    take(new Input.PortLost(now(), "The agent has let go of the machine."));
    closeLine();
    readers.values().forEach(ProgramReader::close);
    asked.values().forEach(future -> future.complete(new Answer.Refused("The agent is ending.")));
  }

  /** Puts an input where the thread finds it, and wakes it. */
  private boolean drop(Input input) {
    boolean taken = mailbox.offer(input);
    LockSupport.unpark(thread);
    return taken;
  }

  private CompletableFuture<Answer> ask(LongFunction<Input> question) {
    long ask = asks.incrementAndGet();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    if (closed) {
      return CompletableFuture.completedFuture(
          new Answer.Refused(settings.name() + " has been let go."));
    }
    asked.put(ask, answer);
    if (!drop(question.apply(ask))) {
      asked.remove(ask);
      answer.complete(
          new Answer.Refused(settings.name() + " has too many questions waiting. Ask again."));
    }
    return answer;
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
    SerialLine open = line;
    if (open != null) {
      open.writeUrgent(Stop.bytes(settings.firmware())); // past mailbox and state
    }
    return ask(ask -> new Input.StopAsked(now(), ask, open != null));
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
