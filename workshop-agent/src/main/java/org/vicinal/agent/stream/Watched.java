package org.vicinal.agent.stream;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.RunEnd;

/** A run with its bar and its keys. One thread. */
final class Watched {
  private static final long DRAW_MILLIS = 200;

  private static final String USUAL = "Keys: p pause, r resume, c cancel, s stop now";
  private static final String MILL = USUAL + ", o run the outline, k leave it out";

  private final Job job;
  private final Preflight preflight;
  private final Machine machine;
  private final Attention changes;
  private final CompletableFuture<RunEnd> over;
  private final Keys keys;
  private final PrintWriter out;
  private final long begunNanos = System.nanoTime();
  private boolean stopped;
  private boolean cancelling;

  Watched(
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

  Outcome untilOver() throws InterruptedException {
    var terminal = Terminal.take();
    try {
      int width = terminal.map(Terminal::width).orElse(0);
      var screen = new Screen(out, width);
      screen.say(help() + "; Ctrl-C cancels too.");
      keys.listen();
      while (!over.isDone()) {
        press(keys.next(DRAW_MILLIS), screen);
        tellChanges(screen);
        if (!over.isDone()) {
          screen.show(meter(), System.nanoTime());
        }
      }
      tellChanges(screen);
      return tellEnd(screen, over.join());
    } finally {
      terminal.ifPresent(Terminal::close);
    }
  }

  private void press(int key, Screen screen) {
    switch (key) {
      case 'p' -> tellRefusal(machine.pause(), screen);
      case 'r' -> tellRefusal(machine.resume(), screen);
      case 'c', Keys.INTERRUPT -> {
        if (cancelling && key == Keys.INTERRUPT) {
          stop(screen);
        } else {
          cancelling = true;
          screen.say("Cancelling: heaters and spindle off. Once more Ctrl-C stops it at once.");
          tellRefusal(machine.cancel("Cancelled at the keyboard."), screen);
        }
      }
      case 's' -> stop(screen);
      case Keys.NONE -> {
        // nobody typed
      }
      case 'o' -> tellRefusal(machine.outline(false, Attended.who()), screen);
      case 'k' -> tellRefusal(machine.outline(true, Attended.who()), screen);
      default -> screen.say(help() + ".");
    }
  }

  private String help() {
    return job.mill() ? MILL : USUAL;
  }

  private void stop(Screen screen) {
    var _ = machine.stopNow(); // first, and told afterwards
    stopped = true;
    screen.say("Stopped. If it has not: the power switch.");
  }

  /** The answer comes from the machine's thread; only a refusal is worth a line. */
  private static void tellRefusal(CompletableFuture<Answer> asked, Screen screen) {
    var _ =
        asked.thenAccept(
            answer -> {
              if (answer instanceof Answer.Refused refused) {
                screen.say(refused.reason());
              }
            });
  }

  private void tellChanges(Screen screen) throws InterruptedException {
    for (var change = changes.next(0); change != null; change = changes.next(0)) {
      tell(change, screen);
    }
  }

  private void tell(MachineEvent.StateChanged change, Screen screen) {
    if (change.from() == change.to()) {
      screen.say(change.why());
      return;
    }
    switch (change.to()) {
      case ATTENTION -> {
        screen.say("\007" + change.why() + (job.mill() ? "" : " Press r when it is done."));
        if (job.yes() && job.mill()) {
          var _ = machine.outline(true, Attended.who()); // simulated; refused where none is due
        }
      }
      case HOLDING -> screen.say(change.why() + " r goes on, c cancels.");
      case ALARM, FAULTED, ABSENT, TAKEN -> screen.say(change.why());
      default -> {
        // the meter shows it
      }
    }
  }

  private Meter meter() {
    var status = machine.status();
    long line = status.run().map(run -> run.line()).orElse(0L);
    long lines = preflight.inspection().lines();
    double share = preflight.plan().shareAt(line, lines, preflight.seconds());
    return new Meter(
        share,
        line,
        lines,
        (1 - share) * preflight.seconds(),
        Attended.name(status.condition()),
        status.reading());
  }

  private Outcome tellEnd(Screen screen, RunEnd end) {
    var outcome = Outcome.of(end, stopped);
    long lines = preflight.inspection().lines();
    var place = "line %d of %d".formatted(end.line(), lines);
    var reading = machine.status().reading();
    switch (end) {
      case RunEnd.Completed _ ->
          screen.say(
              "Done in %s (planned %s)."
                  .formatted(
                      Meter.duration((System.nanoTime() - begunNanos) / 1e9),
                      Meter.duration(preflight.seconds())));
      case RunEnd.Cancelled cancelled ->
          screen.say("Cancelled at %s: %s %s".formatted(place, cancelled.reason(), reading));
      case RunEnd.Failed failed ->
          screen.say("Failed at %s: %s %s".formatted(place, failed.reason(), reading));
      case RunEnd.Interrupted interrupted ->
          screen.say(
              "Interrupted at %s: %s What the machine did since is not known; look at it."
                  .formatted(place, interrupted.reason()));
    }
    return outcome;
  }
}
