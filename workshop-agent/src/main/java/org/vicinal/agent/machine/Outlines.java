package org.vicinal.agent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicinal.agent.machine.Outlining.Stage;
import org.vicinal.gcode.Box;

/**
 * Before a program is cut from an origin for the first time, a person sees where it will be: the
 * tool goes around it above the stock, spindle off, when somebody asks for it. Leaving it out is a
 * person's explicit word too.
 */
final class Outlines {
  private static final long ANSWER = 300_000_000_000L;

  private Outlines() {}

  static boolean wanted(Turning turn, Run run) {
    return run.request().rehearsal() == RunRequest.Rehearsal.FIRST
        && run.findReach().filter(reach -> !reach.all().isEmpty()).isPresent()
        && !turn.standing().knowledge().outlined().contains(run.request().name());
  }

  static void begin(Turning turn, Run run) {
    Box box = run.findReach().orElseThrow().shown();
    turn.become(
        new Outlining(run, Procedure.NOTHING, Stage.ASKED, Pauses.deadline(turn, 1)),
        "Before the first cut of this program its outline is run at Z%.1f, spindle off: X %.1f to %.1f, Y %.1f to %.1f mm. Ask for it (outline), look, then resume."
            .formatted(
                Outline.height(box, turn.standing().knowledge().findStock()),
                box.minX(),
                box.maxX(),
                box.minY(),
                box.maxY()));
  }

  static void asked(Turning turn, Input.OutlineAsked asked) {
    if (!turn.isOnline() || !(turn.phase() instanceof Outlining waiting)) {
      turn.refuse(asked.ask(), "%s has no run that waits for its outline.".formatted(turn.name()));
    } else if (!waiting.procedure().done()) {
      turn.refuse(asked.ask(), "%s is running the outline.".formatted(turn.name()));
    } else if (asked.skip()) {
      turn.answer(asked.ask(), Answer.DONE);
      begun(turn, waiting.run(), "%s has left out the outline.".formatted(asked.who()));
    } else {
      turn.answer(asked.ask(), Answer.DONE);
      turn.become(
          new Outlining(
              waiting.run(), around(turn, waiting.run()), Stage.RUNNING, Pauses.deadline(turn, 1)),
          "%s has the outline run.".formatted(asked.who()));
    }
  }

  private static Procedure around(Turning turn, Run run) {
    Optional<Stock> stock = turn.standing().knowledge().findStock();
    List<Step> steps = new ArrayList<>();
    for (String line :
        Outline.lines(
            run.findReach().orElseThrow().shown(), stock, turn.link().telemetry().workZ())) {
      steps.add(new Step.Say(line, ANSWER));
    }
    steps.add(new Step.Rest());
    return Procedure.of(steps);
  }

  static void resume(Turning turn, long ask, Outlining waiting) {
    if (!waiting.procedure().done()) {
      turn.refuse(ask, "%s is running the outline. Ask again.".formatted(turn.name()));
    } else if (waiting.stage() != Stage.SEEN) {
      turn.refuse(
          ask,
          "The outline has not been run. Ask for it (outline), or say that it is left out (outline"
              + " --skip).");
    } else {
      turn.answer(ask, Answer.DONE);
      begun(turn, waiting.run(), "The outline has been seen.");
    }
  }

  private static void begun(Turning turn, Run run, String why) {
    turn.standing(
        turn.standing().knowing(turn.standing().knowledge().outlined(run.request().name())));
    Presence.noted(turn);
    turn.standing(turn.standing().because(why));
    Pump.enter(turn, run);
  }

  /** It has been around; whether that is news. */
  static boolean seen(Turning turn, Outlining waiting) {
    if (waiting.stage() != Stage.RUNNING) {
      return false;
    }
    turn.become(
        new Outlining(waiting.run(), Procedure.NOTHING, Stage.SEEN, Pauses.deadline(turn, 1)),
        "The outline has been run. Resume begins the cut; ask for it again to see it again.");
    return true;
  }

  static boolean overdue(Turning turn, Outlining waiting) {
    turn.abandon(waiting.run(), Ending.failed("Nobody came to see the outline."));
    return true;
  }
}
