package org.vicinal.agent.stream;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.journal.Folder;
import org.vicinal.agent.journal.LineMark;
import org.vicinal.agent.machine.Beginning;
import org.vicinal.agent.machine.MachineRunner;
import org.vicinal.agent.machine.Ports;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.agent.machine.RunLog;
import org.vicinal.agent.machine.RunRequest;
import org.vicinal.agent.machine.RunStart;
import org.vicinal.agent.modal.Rejoining.Proposal;
import org.vicinal.agent.recorder.BlackBox;
import org.vicinal.agent.recorder.RecordedLine;
import org.vicinal.agent.recorder.Recorder;
import org.vicinal.agent.recorder.Trouble;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.RunId;

/**
 * One program on one machine, from the preflight to the exit code. One thread, and the machine's.
 */
public final class Stream {
  private final Job job;
  private final Keys keys;
  private final PrintWriter out;

  /**
   * @param keys what the person types
   * @param out what the person reads
   */
  public Stream(Job job, Keys keys, PrintWriter out) {
    this.job = job;
    this.keys = keys;
    this.out = out;
  }

  /**
   * Streams it.
   *
   * @throws IOException when the program cannot be read, or its book cannot be written
   */
  public Outcome run() throws IOException, InterruptedException {
    var preflight = Preflight.of(job.program(), job.limits());
    preflight.words().forEach(out::println);
    out.flush();
    if (!preflight.mayRun()) {
      out.println(
          "Refused: the program must not run on this machine as it stands. Nothing was sent.");
      return Outcome.REFUSED;
    }
    if (job.checkOnly() && job.start() instanceof Start.Beginning) {
      return check(preflight);
    }
    try (var _ = Folder.take(job.folder())) {
      return stream(preflight);
    }
  }

  /** GRBL reads the program too; a printer's firmware has no such mode. */
  private Outcome check(Preflight preflight) throws IOException, InterruptedException {
    if (!job.mill()) {
      out.printf(
          "Nothing forbids it, says the check of this program's library; %s has no check mode of its"
              + " own. Nothing was sent.%n",
          job.machine().firmware().name());
      return Outcome.DONE;
    }
    var over = new CompletableFuture<RunEnd>();
    try (var _ = Folder.take(job.folder());
        var trouble =
            new Trouble(
                job.machine().name(),
                new Recorder(Clock.systemUTC()),
                new BlackBox(job.folder().resolve("records"), Clock.systemUTC()),
                this::tellOfRecord);
        var watch = new Attention(trouble);
        var machine = new MachineRunner(job.machine(), Beginning.UNKNOWN, checkLog(over), watch)) {
      watch.look(machine);
      var lines = preflight.inspection().lines();
      var request = new RunRequest("check-" + Instant.now(), job.program(), lines).checkOnly();
      return new Attended(job, preflight, machine, watch, over, keys, out).check(request);
    }
  }

  /** A check is no run to remember: an interrupted one before it stays the last. */
  private static RunLog checkLog(CompletableFuture<RunEnd> over) {
    return new RunLog() {
      @Override
      public CompletionStage<Optional<String>> starting(RunStart start) {
        return CompletableFuture.completedStage(Optional.empty());
      }

      @Override
      public void acknowledged(String runId, long line, long offset) {}

      @Override
      public void ended(String runId, RunEnd end) {
        over.complete(end);
      }
    };
  }

  private Outcome stream(Preflight preflight) throws IOException, InterruptedException {
    var book = new RunBook(job.folder());
    var last = book.last();
    var reached = last.isEmpty() ? LineMark.NOTHING : book.reached(last.get().run());
    boolean interrupted = tellOf(last, reached);
    var written = written(preflight);
    var going = new GoingOn(job, preflight.inspection().lines());
    return switch (job.start()) {
      case Start.Beginning _ -> stream(preflight, book, written, interrupted, null);
      case Start.Line at -> goOn(preflight, book, written, interrupted, going.at(at.number()));
      case Start.BrokenOff _ ->
          goOn(
              preflight,
              book,
              written,
              interrupted,
              going.brokenOff(last, reached, written.digest()));
    };
  }

  private Outcome goOn(
      Preflight preflight,
      RunBook book,
      RunBook.Written written,
      boolean interrupted,
      GoingOn.Found found)
      throws IOException, InterruptedException {
    return switch (found) {
      case GoingOn.Found.Nowhere nowhere -> {
        out.println(nowhere.why());
        yield Outcome.NOTHING_BEGUN;
      }
      case GoingOn.Found.Safe safe -> {
        safe.words().forEach(out::println);
        out.flush();
        if (job.checkOnly()) {
          out.println("Nothing was sent.");
          yield Outcome.DONE;
        }
        yield stream(preflight, book, written, interrupted, safe.proposal());
      }
    };
  }

  private Outcome stream(
      Preflight preflight,
      RunBook book,
      RunBook.Written written,
      boolean interrupted,
      @Nullable Proposal from)
      throws IOException, InterruptedException {
    var recorder = new Recorder(Clock.systemUTC());
    var box = new BlackBox(job.folder().resolve("records"), Clock.systemUTC());
    try (var log = new HandLog(book, written);
        var trouble = new Trouble(job.machine().name(), recorder, box, this::tellOfRecord);
        var watch = new Attention(trouble);
        var machine =
            new MachineRunner(
                job.machine(),
                interrupted ? Beginning.INTERRUPTED : Beginning.UNKNOWN,
                log,
                watch,
                settings ->
                    new RecordedLine(Ports.line(settings.port(), settings.baud()), recorder))) {
      watch.look(machine);
      var attended = new Attended(job, preflight, machine, watch, log.over(), keys, out);
      var whole =
          new RunRequest(written.run().value(), job.program(), preflight.inspection().lines());
      whole = job.mill() ? whole.rehearsed() : whole;
      return attended.run(from == null ? whole : whole.from(from));
    }
  }

  private void tellOfRecord(String why, Path file) {
    out.printf("%nWhat went over the line is in %s%n", file);
    out.flush();
  }

  /** Says when the last run here has no end; whether heaters or spindle may still be on. */
  private boolean tellOf(Optional<RunBook.Written> last, LineMark.Reached reached) {
    if (last.isEmpty() || last.get().ending() != null) {
      return false;
    }
    var run = last.get();
    out.printf(
        "The last run here (%s, %s) was interrupted: the machine had taken line %d of %d, and may"
            + " have made less.%n",
        run.program(), run.at(), reached.line(), run.lines());
    if (!job.checkOnly()) {
      out.println("The machine is made safe first: heaters and spindle off, no motion.");
    }
    return true;
  }

  private RunBook.Written written(Preflight preflight) throws IOException {
    var now = Instant.now();
    return new RunBook.Written(
        new RunId("hand-%d-%d".formatted(now.toEpochMilli(), ProcessHandle.current().pid())),
        job.program().toAbsolutePath().toString(),
        digest().value(),
        Files.size(job.program()),
        preflight.inspection().lines(),
        now,
        null,
        0);
  }

  private Digest digest() throws IOException {
    var running = Digest.sha256();
    byte[] piece = new byte[1 << 16];
    try (var in = Files.newInputStream(job.program())) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        running.update(piece, 0, count);
      }
    }
    return Digest.of(running);
  }
}
