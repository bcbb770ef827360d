package org.vicinal.agent.machine;

import java.util.ArrayList;
import java.util.List;
import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.HeatWait;
import org.vicinal.agent.modal.PrinterModal;

/**
 * Runs that wait for a person: paused, made safe when nobody comes, and let go on.
 *
 * <pre>
 *   Streaming -> Holding, Attention -(deadline)-> late: cold, spindle off -(16 times as long)-> given up
 *       ^                |                              |
 *       +--- Returning <-+------------------------------+   a person resumes
 * </pre>
 */
final class Pauses {
  private static final String DOOR = "\u0084";
  private static final long HEATING = 900_000_000_000L;
  private static final int PATIENCE = 16;

  private Pauses() {}

  static void hold(Turning turn, Run run) {
    turn.become(
        new Phase.Holding(run, Procedures.pause(turn.firmware()), deadline(turn, 1), false),
        "Paused by a person.");
  }

  static void heldElsewhere(Turning turn, Run run, String why) {
    turn.become(new Phase.Holding(run, Procedure.NOTHING, deadline(turn, 1), false), why);
  }

  static void attend(Turning turn, Run run, boolean byFirmware, String why) {
    Procedure procedure = byFirmware ? Procedure.NOTHING : Procedures.standAside(turn.firmware());
    turn.become(new Phase.Attention(run, procedure, byFirmware, deadline(turn, 1), false), why);
  }

  private static long deadline(Turning turn, int times) {
    return turn.now() + times * turn.standing().settings().limits().attention().toNanos();
  }

  /** The deadline has passed. */
  static boolean overdue(Turning turn, Phase.Halted halted) {
    if (halted.late()) {
      turn.abandon(halted.run(), Ending.failed("Nobody came to the machine in time."));
      return true;
    }
    boolean held = halted instanceof Phase.Holding;
    boolean waits = halted instanceof Phase.Attention attention && attention.byFirmware();
    List<Step> steps = new ArrayList<>();
    if (turn.firmware().numbered() && !waits) {
      steps.addAll(Procedures.coolDown());
    } else if (held && !turn.firmware().numbered()) {
      turn.urgent(DOOR); // within a hold it stops the spindle; going on starts it again, and waits
    }
    turn.become(
        halted.late(Procedure.of(steps), deadline(turn, PATIENCE)),
        "Nobody has come, so heat and spindle are off and the run is late. Resume when somebody is"
            + " there.");
    return true;
  }

  static void resume(Turning turn, Input.ResumeAsked asked, Phase.Halted halted) {
    if (!halted.procedure().done()) {
      turn.refuse(asked.ask(), "%s does not stand yet. Ask again.".formatted(turn.name()));
      return;
    }
    turn.answer(asked.ask(), Answer.DONE);
    Presence.noted(turn);
    if (halted instanceof Phase.Attention attention && attention.byFirmware()) {
      turn.send(Command.host("M108"));
    } else if (halted instanceof Phase.Holding && !turn.firmware().numbered()) {
      turn.urgent("~");
      turn.released();
      turn.become(new Phase.Streaming(halted.run()), "Resumed.");
    } else {
      turn.become(
          new Phase.Returning(halted.run(), back(halted.run(), halted.late()), false),
          "Going back to where it was paused.");
    }
  }

  /** Warm first, then back. */
  private static Procedure back(Run run, boolean late) {
    List<Step> steps = new ArrayList<>();
    if (late && run.modal() instanceof PrinterModal printer) {
      if (printer.bed() > 0) {
        steps.add(new Step.Warm(new HeatWait(true, printer.bed()), HEATING));
      }
      if (printer.hotend() > 0) {
        steps.add(new Step.Warm(new HeatWait(false, printer.hotend()), HEATING));
      }
    }
    steps.add(new Step.Return());
    return Procedure.of(steps);
  }

  static boolean returned(Turning turn, Phase.Returning returning) {
    turn.become(
        new Phase.Streaming(returning.run()),
        returning.first() ? "It goes on from there." : "Resumed.");
    return true;
  }
}
