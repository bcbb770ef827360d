package org.vicinal.agent;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.journal.Marks;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.RunRequest;
import org.vicinal.agent.network.Border;
import org.vicinal.agent.network.FileShelf;
import org.vicinal.agent.slicing.SliceRefused;
import org.vicinal.agent.workshop.Effect;
import org.vicinal.agent.workshop.Slice;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;

/**
 * Does in the world what the workshop decided. Called on the workshop's thread; what takes long is
 * done elsewhere, two files, one program and one slice at a time, and comes back as an input.
 */
final class Hands implements Consumer<Effect>, AutoCloseable {
  /** A ticket that nobody waits for. */
  static final long NOBODY = 0;

  private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
  private static final int DOWNLOADS = 2;

  private final Border border;
  private final FileShelf files;
  private final ProgramMaker maker;
  private final Marks marks;
  private final Map<MachineId, MachineLimits> limits;
  private final Map<MachineId, Machine> machines = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<Answer>> tickets = new ConcurrentHashMap<>();
  private final AtomicLong lastTicket = new AtomicLong(NOBODY);
  private final MachineLog.Permits permits = new MachineLog.Permits();
  private final ExecutorService downloads = pool("download", DOWNLOADS);
  private final ExecutorService readings = pool("program", 1);
  private final ExecutorService slicings = pool("slicing", 1);
  private @Nullable WorkshopLoop loop;
  private @Nullable Attendant attendant;

  Hands(
      Border border,
      FileShelf files,
      ProgramMaker maker,
      Marks marks,
      Map<MachineId, MachineLimits> limits) {
    this.border = border;
    this.files = files;
    this.maker = maker;
    this.marks = marks;
    this.limits = new ConcurrentHashMap<>(limits);
  }

  private static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(threads, Thread.ofPlatform().name(name).daemon().factory());
  }

  /** What these hands work for; before the loop starts. */
  void serve(WorkshopLoop workshop, @Nullable Attendant person) {
    loop = workshop;
    attendant = person;
  }

  /** A machine that has come while others work. */
  void put(MachineId id, Machine machine, MachineLimits limit) {
    limits.put(id, limit);
    machines.put(id, machine);
  }

  /** A machine that is no longer here. */
  void remove(MachineId id) {
    machines.remove(id);
    limits.remove(id);
  }

  MachineLog.Permits permits() {
    return permits;
  }

  /** A ticket for an answer that will come. */
  long ticket(CompletableFuture<Answer> answer) {
    long ticket = lastTicket.incrementAndGet();
    tickets.put(ticket, answer);
    return ticket;
  }

  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.Tell tell -> border.tell(tell.report());
      case Effect.ForgetRun over -> forget(over.run());
      case Effect.Signal signal -> border.signal(signal.report());
      case Effect.Fetch fetch -> downloads.execute(() -> fetch(fetch));
      case Effect.CheckProgram check -> readings.execute(() -> check(check));
      case Effect.MakeProgram make -> slicings.execute(() -> make(make.slice()));
      case Effect.StartRun start -> start(start);
      case Effect.LetRunBegin let -> permits.answer(let.run(), Optional.empty());
      case Effect.ForbidRun forbid -> permits.answer(forbid.run(), Optional.of(forbid.reason()));
      case Effect.ConfirmMachine confirm -> confirm(confirm);
      case Effect.Reply reply -> reply(reply);
      case Effect.AskPerson ask -> {
        LOG.info("{} waits for a person: {}", ask.machine(), ask.what());
        if (attendant != null) {
          attendant.asked(ask);
        }
      }
    }
  }

  @Override
  public void close() {
    downloads.shutdownNow();
    readings.shutdownNow();
    slicings.shutdownNow(); // ends the slicer
  }

  private WorkshopLoop loop() {
    if (loop == null) {
      throw new IllegalStateException("Expected serve() before the first effect.");
    }
    return loop;
  }

  private void fetch(Effect.Fetch fetch) {
    var digest = fetch.file().digest();
    try {
      files.fetch(fetch.file());
      loop().put(new WorkshopInput.FileCame(loop().now(), digest));
    } catch (FileShelf.Missed e) {
      LOG.info("{}", e.getMessage());
      loop()
          .put(
              new WorkshopInput.FileMissed(
                  loop().now(), digest, String.valueOf(e.getMessage()), e.again()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(Effect.CheckProgram check) {
    var digest = check.program().digest();
    var machine = limits.get(check.machine());
    if (machine == null) {
      return;
    }
    var result = ProgramReader.read(files.pathOf(digest), check.program().name(), machine);
    loop().put(new WorkshopInput.ProgramChecked(loop().now(), digest, check.machine(), result));
  }

  private void make(Slice slice) {
    try {
      var made = maker.make(slice, files.pathOf(slice.model().digest()));
      loop().put(new WorkshopInput.ProgramMade(loop().now(), slice, made.digest(), made.bytes()));
    } catch (SliceRefused e) {
      notMade(slice, String.valueOf(e.getMessage()), e.matter() != SliceRefused.Cause.MODEL);
    } catch (ConfigurationError e) {
      notMade(slice, String.valueOf(e.getMessage()), true);
    } catch (IOException e) {
      notMade(slice, "The program could not be kept here: " + e.getMessage(), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) { // a fault of this program must not hold up the other models
      LOG.error("Slicing {} met a fault of this program", slice.model().name(), e);
      notMade(slice, "This workshop's agent could not work with the model.", false);
    }
  }

  private void notMade(Slice slice, String reason, boolean again) {
    LOG.info("No program of {} for {}: {}", slice.model().name(), slice.machine(), reason);
    loop().put(new WorkshopInput.ProgramNotMade(loop().now(), slice, reason, again));
  }

  private void start(Effect.StartRun start) {
    var machine = machines.get(start.machine());
    if (machine == null) {
      return;
    }
    var request =
        new RunRequest(
            start.run().value(),
            files.pathOf(start.program()), // named by its digest, so never another program
            start.lines(),
            RunRequest.Rehearsal.FIRST);
    var _ =
        machine
            .run(request)
            .thenAccept(
                answer -> {
                  if (answer instanceof Answer.Refused refused) {
                    loop()
                        .offer(
                            new WorkshopInput.RunRefused(
                                loop().now(), start.run(), refused.reason()));
                  }
                });
  }

  private void confirm(Effect.ConfirmMachine confirm) {
    var machine = machines.get(confirm.machine());
    if (machine == null) {
      return;
    }
    var _ =
        machine
            .confirm(confirm.who(), confirm.at(), confirm.what())
            .thenAccept(
                answer ->
                    loop()
                        .offer(
                            new WorkshopInput.ConfirmationAnswered(
                                loop().now(), confirm.ticket(), confirm.machine(), answer)));
  }

  private void reply(Effect.Reply reply) {
    var waiting = tickets.remove(reply.ticket());
    if (waiting != null) {
      waiting.complete(reply.answer());
    } else if (reply.answer() instanceof Answer.Refused refused) {
      LOG.info("Not confirmed: {}", refused.reason());
    }
  }

  private void forget(RunId run) {
    try {
      marks.forget(run);
    } catch (IOException e) {
      LOG.warn("The mark of run {} could not be removed: {}", run, e.getMessage());
    }
  }
}
