package org.vicinal.agent.machine;

import java.util.List;
import java.util.Optional;
import org.vicinal.agent.modal.Handwork;
import org.vicinal.agent.modal.MillModal;
import org.vicinal.agent.modal.Rejoining.Proposal;

/**
 * What a mill's program leaves to the person beside it, in its order with the motion: what comes
 * before has been done and the machine stands when the person is asked, and nothing of what comes
 * after has been sent.
 */
final class Spindles {

  private Spindles() {}

  /** Whether a person switches the spindle. */
  static boolean manual(Turning turn) {
    return turn.standing().settings().spindle() == Spindle.MANUAL;
  }

  /**
   * Whether the next line was a person's, wholly or in part, and has been seen to. Such a line
   * waits until those before it have been taken, because only then is it known what turns.
   */
  static boolean take(Turning turn, Run run, ProgramLine line) {
    Optional<MillModal> mill = run.findMill();
    if (mill.isEmpty() || !concerns(turn, line.text())) {
      return false;
    }
    if (!turn.link().sender().settled()) {
      return true;
    }
    Optional<Handwork> work = Handwork.find(line.text(), mill.get(), manual(turn));
    work.ifPresent(found -> begin(turn, run, line, found));
    return work.isPresent();
  }

  /** Lines that may be a person's; every other goes on without a look at what turns. */
  private static boolean concerns(Turning turn, String text) {
    return turn.firmware().asksPerson(text)
        || (manual(turn) && (text.indexOf('M') >= 0 || text.indexOf('S') >= 0));
  }

  private static void begin(Turning turn, Run run, ProgramLine line, Handwork work) {
    Feed feed =
        work.after().isEmpty()
            ? run.feed().taken()
            : run.feed().instead(new ProgramLine(line.number(), work.after(), line.offset()));
    Run next = run.with(feed);
    boolean off = work.switches().equals("M5");
    if (!work.switches().isEmpty() && (work.aside() || !off)) {
      next = next.after(List.of(work.switches()));
    }
    turn.phase(new Phase.Streaming(next));
    if (!work.before().isEmpty()) {
      Pump.send(turn, next, new ProgramLine(line.number(), work.before(), line.offset()));
    }
    if (!work.prompt().isEmpty() && turn.phase() instanceof Phase.Streaming streaming) {
      Pauses.attend(
          turn,
          streaming.run(),
          work.aside()
              ? Phase.Stance.ASIDE
              : off ? Phase.Stance.SPINDLE_OFF : Phase.Stance.IN_PLACE,
          "Line %d wants a person: %s Resume when it is done.%s"
              .formatted(line.number(), work.prompt(), letGo(turn)));
    }
  }

  /** The motors let go of a standing machine unless it is told otherwise. */
  private static String letGo(Turning turn) {
    return turn.link().telemetry().known().letsGo()
        ? " The motors let go while it stands ($1): push nothing, or the origin is lost."
        : "";
  }

  /** Whether the last line has been sent while the spindle still turns by a person's hand. */
  static boolean leftOn(Turning turn, Run run) {
    return manual(turn) && run.findMill().filter(MillModal::turning).isPresent();
  }

  static void askOff(Turning turn, Run run) {
    Pauses.attend(
        turn,
        run,
        Phase.Stance.SPINDLE_OFF,
        "The program is at its end: turn the spindle off. Resume when it stands.");
  }

  /** A run in the middle of its program: the spindle turns before anything goes down. */
  static void askOn(Turning turn, Run run) {
    MillModal mill = run.findMill().orElseThrow();
    Pauses.attend(
        turn,
        run,
        Phase.Stance.BEFORE_ENTRY,
        "Raise the tool, then turn the spindle on, %s. Resume when it turns."
            .formatted(Handwork.speed(mill)));
  }

  /** It turns; the way there without the words that no controller obeys here. */
  static void enter(Turning turn, Run run) {
    Proposal from = run.request().from();
    if (from != null) {
      Pump.goTo(
          turn,
          run,
          from.before().stream()
              .map(line -> Handwork.machinesShare(line, true))
              .filter(line -> !line.isEmpty())
              .toList());
    }
  }

  /** What no command from here can do. */
  static String reminder(Turning turn, Run run) {
    return leftOn(turn, run) ? "TURN THE SPINDLE OFF at its own switch." : "";
  }
}
