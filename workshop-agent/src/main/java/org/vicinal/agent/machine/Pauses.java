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

  static void hold(Turning turn, Run run, String why) {
    turn.become(
        new Phase.Holding(run, Procedures.pause(turn.firmware()), deadline(turn, 1), false), why);
  }

  static void heldElsewhere(Turning turn, Run run, String why) {
    turn.become(new Phase.Holding(run, Procedure.NOTHING, deadline(turn, 1), false), why);
  }

  static void attend(Turning turn, Run run, Phase.Stance stance, String why) {
    Procedure procedure =
        switch (stance) {
          case BY_FIRMWARE -> Procedure.NOTHING;
          case ASIDE -> Procedures.standAside(turn.firmware());
          case IN_PLACE, SPINDLE_OFF, BEFORE_ENTRY -> Procedures.comeToRest(turn.firmware());
        };
    if (turn.firmware().numbered()) {
      turn.become(new Phase.Attention(run, procedure, stance, deadline(turn, 1), false), why);
    } else {
      turn.become(new Phase.Calling(run, procedure, stance, why), "Coming to rest. " + why);
    }
  }

  /** It stands: now a person may go to it. */
  static boolean called(Turning turn, Phase.Calling calling) {
    turn.become(
        new Phase.Attention(
            calling.run(), Procedure.NOTHING, calling.stance(), deadline(turn, 1), false),
        calling.why());
    return true;
  }

  static long deadline(Turning turn, int times) {
    return turn.now() + times * turn.standing().settings().limits().attention().toNanos();
  }

  /** The deadline has passed. */
  static boolean overdue(Turning turn, Phase.Halted halted) {
    if (halted.late()) {
      turn.abandon(halted.run(), Ending.failed("Nobody came to the machine in time."));
      return true;
    }
    if (halted instanceof Phase.Attention attention && attention.byFirmware()) {
      return firmwareWaitsTooLong(turn, attention);
    }
    boolean held = halted instanceof Phase.Holding;
    List<Step> steps = new ArrayList<>();
    if (turn.firmware().numbered()) {
      steps.addAll(Procedures.coolDown());
    } else if (held) {
      turn.urgent(DOOR); // within a hold it stops the spindle; going on starts it again, and waits
    }
    turn.become(
        halted.late(Procedure.of(steps), deadline(turn, PATIENCE)),
        "Nobody has come, so heat and spindle are off and the run is late. Resume when somebody is"
            + " there. "
            + Spindles.reminder(turn, halted.run()));
    return true;
  }

  /**
   * A firmware that waits in a command reads no other. Where it looks for M108 as it comes, that
   * ends its wait, and the run stands aside, cold; elsewhere only somebody at the machine can.
   */
  private static boolean firmwareWaitsTooLong(Turning turn, Phase.Attention waiting) {
    boolean hears = turn.link().telemetry().can("EMERGENCY_PARSER");
    List<Step> steps = new ArrayList<>();
    if (hears) {
      steps.add(new Step.Interject(onward(turn)));
      steps.addAll(Procedures.standAside(turn.firmware()).left());
      steps.addAll(Procedures.coolDown());
    }
    turn.become(
        new Phase.Attention(
            waiting.run(),
            Procedure.of(steps),
            hears ? Phase.Stance.ASIDE : Phase.Stance.BY_FIRMWARE,
            deadline(turn, PATIENCE),
            true),
        hears
            ? "Nobody has come, so it stands aside, heat is off and the run is late. Resume when"
                + " somebody is there."
            : "Nobody has come, and the firmware reads nothing while it waits: its heaters may be"
                + " on. The run is late. Go to the machine.");
    return true;
  }

  static void resume(Turning turn, Input.ResumeAsked asked, Phase.Halted halted) {
    if (!halted.procedure().done()) {
      turn.refuse(asked.ask(), "%s does not stand yet. Ask again.".formatted(turn.name()));
      return;
    }
    turn.answer(asked.ask(), Answer.DONE);
    goOn(turn, halted);
  }

  /** Somebody is there and lets it go on. */
  static void goOn(Turning turn, Phase.Halted halted) {
    Presence.noted(turn);
    if (stance(halted) == Phase.Stance.BY_FIRMWARE) {
      turn.send(Command.host(onward(turn)));
    } else if (stance(halted) == Phase.Stance.IN_PLACE) {
      turn.become(new Phase.Streaming(halted.run()), "Resumed.");
    } else if (stance(halted) == Phase.Stance.BEFORE_ENTRY) {
      Spindles.enter(turn, halted.run());
    } else if (stance(halted) == Phase.Stance.SPINDLE_OFF) {
      turn.become(new Phase.Streaming(halted.run().after(List.of("M5"))), "Resumed.");
    } else if (halted instanceof Phase.Holding && !turn.firmware().numbered()) {
      turn.urgent(Realtime.start(turn));
      turn.released();
      turn.become(new Phase.Streaming(halted.run()), "Resumed.");
    } else {
      turn.become(
          new Phase.Returning(halted.run(), back(halted.run(), halted.late()), false),
          "Going back to where it was paused.");
    }
  }

  private static String onward(Turning turn) {
    Prompt prompt = turn.link().telemetry().prompt();
    return prompt.open() ? "M876 S" + prompt.onward() : "M108";
  }

  /** A pause at a person's wish leaves a printer aside, and GRBL in its hold. */
  private static Phase.Stance stance(Phase.Halted halted) {
    return switch (halted) {
      case Phase.Attention attention -> attention.stance();
      case Phase.Holding holding -> Phase.Stance.ASIDE;
    };
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
