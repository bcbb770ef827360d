package org.vicinal.agent.stream;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.agent.machine.RunRequest;

/** A machine and the person beside it, from the greeting to the end of one run. One thread. */
final class Attended {
  private static final long GREETING_MILLIS = 60_000;
  private static final int ANSWER_SECONDS = 15;

  private final Job job;
  private final Preflight preflight;
  private final Machine machine;
  private final Attention changes;
  private final CompletableFuture<RunEnd> over;
  private final Keys keys;
  private final PrintWriter out;

  Attended(
      Job job,
      Preflight preflight,
      Machine machine,
      Attention changes,
      CompletableFuture<RunEnd> over,
      Keys keys,
      PrintWriter out) {
    this.job = job;
    this.preflight = preflight;
    this.machine = machine;
    this.changes = changes;
    this.over = over;
    this.keys = keys;
    this.out = out;
  }

  Outcome run(RunRequest request) throws IOException, InterruptedException {
    var ending = new Thread(this::endInOrder, "ending");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      machine.start();
      if (!greeted()) {
        return Outcome.NOTHING_BEGUN;
      }
      var standing = asItStands(request);
      if (standing == null || !confirmed(standing) || !begun(standing)) {
        return Outcome.NOTHING_BEGUN;
      }
      while (changes.next(0) != null) {
        // what was set by hand is no news
      }
      return new Watched(job, preflight, machine, changes, over, keys, out).untilOver();
    } finally {
      removeHook(ending);
    }
  }

  /** The controller reads the program in its check mode; nobody confirms, because nothing moves. */
  Outcome check(RunRequest request) throws IOException, InterruptedException {
    machine.start();
    if (!greeted() || !begun(request)) {
      return Outcome.NOTHING_BEGUN;
    }
    out.println("The controller reads every line in its check mode ($C); nothing moves.");
    out.flush();
    return switch (over.join()) {
      case RunEnd.Completed _ -> {
        out.println("Nothing forbids it, and the controller takes every line. Nothing was moved.");
        yield Outcome.DONE;
      }
      case RunEnd.Failed failed -> {
        out.println("Refused: " + failed.reason());
        yield Outcome.REFUSED;
      }
      case RunEnd.Cancelled cancelled -> {
        out.println(cancelled.reason());
        yield Outcome.NOTHING_BEGUN;
      }
      case RunEnd.Interrupted broken -> {
        out.println(broken.reason());
        yield Outcome.NOTHING_BEGUN;
      }
    };
  }

  /** The process is asked to end: the run is cancelled in order, which needs nobody at the keys. */
  private void endInOrder() {
    if (machine.status().run().isPresent()) {
      var _ = machine.cancel("The terminal was closed or the process asked to end.");
      try {
        var _ = over.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        var _ = machine.stopNow();
      }
    }
    machine.close();
  }

  private static void removeHook(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      return; // it is running
    }
  }

  /** Waits until the firmware has said who it is; leads out of an alarm if the person wants it. */
  private boolean greeted() throws IOException, InterruptedException {
    out.printf("Opening %s ...%n", job.machine().port());
    out.flush();
    long until = System.nanoTime() + GREETING_MILLIS * 1_000_000;
    while (System.nanoTime() < until) {
      var change = changes.next(200);
      if (change == null) {
        continue;
      }
      switch (change.to()) {
        case OCCUPIED, READY -> {
          out.println(change.why());
          return true;
        }
        case ALARM -> {
          if (!ledOutOfAlarm(change)) {
            return false;
          }
        }
        case ABSENT, FAULTED, TAKEN -> {
          out.println(change.why());
          return false;
        }
        default -> {
          // on its way
        }
      }
    }
    out.println(
        "Nobody answered within a minute. Is the rate right? vicinal agent identify tries them.");
    return false;
  }

  private boolean ledOutOfAlarm(MachineEvent.StateChanged alarm)
      throws IOException, InterruptedException {
    out.println(alarm.why());
    ask("Home it (h), unlock it without homing (u), or leave it (anything else)?");
    var answer = keys.line();
    return switch (answer) {
      case "h" -> asked(machine.clearAlarm(Machine.AlarmExit.HOME, who()));
      case "u" -> asked(machine.clearAlarm(Machine.AlarmExit.UNLOCK, who()));
      default -> false;
    };
  }

  /** Into the middle of a print: how high the nozzle stands now, only a person can measure. */
  private @Nullable RunRequest asItStands(RunRequest request) throws IOException {
    var from = request.from();
    if (from == null || job.mill() || job.yes()) {
      return request;
    }
    boolean known = job.start() instanceof Start.BrokenOff && !Double.isNaN(from.height());
    ask(
        "How many mm above the bed does the nozzle stand now?%s"
            .formatted(known ? " (%s)".formatted(from.height()) : ""));
    var told = keys.line();
    if (told.isEmpty() && known) {
      return request.from(from.standingAt(from.height()));
    }
    if (!told.matches("[0-9]{1,4}([.,][0-9]{1,3})?")) {
      out.printf("Expected a height in mm, found \"%s\". Nothing was sent of the program.%n", told);
      return null;
    }
    return request.from(from.standingAt(Double.parseDouble(told.replace(',', '.'))));
  }

  private String question(RunRequest request) {
    if (request.from() != null) {
      return job.mill()
          ? "Is all of that so, is the origin where it was, and will you stay beside it? (yes)"
          : "Is all of that so, and may it heat and move? (yes)";
    }
    return job.mill()
        ? "Is the stock fixed, the right tool in, the origin set, and will you stay beside it?"
            + " (yes)"
        : "Is the bed clear, and may it heat and move? (yes)";
  }

  /** What only a person can see. */
  private boolean confirmed(RunRequest request) throws IOException, InterruptedException {
    var box = preflight.inspection().box().all();
    if (job.yes() && job.mill()) {
      var _ = asked(machine.stock(MillSetting.around(box), who()));
    } else if (job.mill() && !new MillSetting(machine, keys, out).set()) {
      return false;
    }
    if (job.yes()) {
      return asked(machine.confirm(who(), Instant.now(), "said yes on the command line"));
    }
    ask(question(request));
    if (!keys.line().equalsIgnoreCase("yes")) {
      out.println("Not confirmed; nothing was sent of the program.");
      return false;
    }
    return asked(
        machine.confirm(
            who(),
            Instant.now(),
            request.from() != null
                ? "may go on in the middle"
                : job.mill() ? "stock, tool and origin set" : "bed is clear"));
  }

  private boolean begun(RunRequest request) throws InterruptedException {
    return asked(machine.run(request));
  }

  private boolean asked(CompletableFuture<Answer> question) throws InterruptedException {
    try {
      if (question.get(ANSWER_SECONDS, TimeUnit.SECONDS) instanceof Answer.Refused refused) {
        out.println(refused.reason());
        return false;
      }
      return true;
    } catch (ExecutionException | TimeoutException e) {
      out.println(
          "The machine has not answered; it is %s.".formatted(name(machine.status().condition())));
      return false;
    }
  }

  private void ask(String question) {
    out.print(question + " ");
    out.flush();
  }

  static String name(Condition condition) {
    return condition.name().toLowerCase(Locale.ROOT);
  }

  static String who() {
    return System.getProperty("user.name", "somebody here");
  }
}
