package org.vicinal.agent.machine;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.StatusReport;

/**
 * A tool moved by hand: a short way, or for as long as a key is held down. Each word that the key
 * is still down lets it go on for a third of a second; when none comes, it stops: a window that is
 * closed, or a network that is gone, is a key that is let go.
 *
 * <p>GRBL honours the jog cancel (0x85) only while it jogs, and a jog that still waits in its ring
 * begins after it. So no more are sent, the answers are awaited, then it is cancelled, and again
 * for each report that says Jog, until two say Idle. A printer has no such word: it is given no
 * more than two short moves ahead, and stops when they are made.
 */
final class Jogs {
  private static final long MILLI = 1_000_000L;

  /** So long a key is down after the last word of it. */
  static final long HELD = 330 * MILLI;

  /** The time of one move; two of them are ahead of the tool, so it never stops in between. */
  static final long PIECE = 120 * MILLI;

  private static final long SOON = 5 * MILLI;
  private static final String CANCEL = "\u0085";

  private Jogs() {}

  static void step(Turning turn, Input.JogAsked asked) {
    if (!free(turn)) {
      Errands.refuse(turn, asked.ask());
      return;
    }
    Optional<String> objection = JogRoom.of(turn).findObjection(turn, asked.way());
    if (objection.isPresent()) {
      turn.refuse(asked.ask(), objection.get());
      return;
    }
    turn.answer(asked.ask(), Answer.DONE);
    turn.standing(turn.standing().confirmed(false));
    String words = asked.way().words();
    turn.become(
        new Phase.Errand(
            asked.who(), !turn.firmware().numbered(), Procedures.jog(turn.firmware(), words)),
        "%s moves the tool: %s".formatted(asked.who(), words));
  }

  static void drive(Turning turn, Input.DriveAsked asked) {
    if (turn.isOnline() && turn.phase() instanceof Driving driving) {
      goOn(turn, driving, asked);
      return;
    }
    JogRoom room = free(turn) ? JogRoom.of(turn) : JogRoom.NONE;
    if (!free(turn)) {
      Errands.refuse(turn, asked.ask());
    } else if (!room.known()) {
      turn.refuse(asked.ask(), JogRoom.nowhere(turn));
    } else {
      turn.answer(asked.ask(), Answer.DONE);
      turn.standing(turn.standing().confirmed(false));
      turn.become(
          new Driving(
              asked.who(),
              asked.heading(),
              room,
              turn.now() + HELD,
              turn.now(),
              0,
              Procedures.beforeDrive(turn.firmware())),
          "%s drives the tool.".formatted(asked.who()));
    }
  }

  private static boolean free(Turning turn) {
    return turn.isOnline()
        && (turn.phase() instanceof Phase.Ready || turn.phase() instanceof Phase.Occupied);
  }

  private static void goOn(Turning turn, Driving driving, Input.DriveAsked asked) {
    if (driving.heading().equals(asked.heading())) {
      turn.answer(asked.ask(), Answer.DONE);
      turn.phase(driving.until(turn.now() + HELD));
    } else {
      end(turn, driving);
      turn.refuse(
          asked.ask(),
          "%s still goes another way and is stopping. Ask again when it stands."
              .formatted(turn.name()));
    }
  }

  static void release(Turning turn, long ask) {
    if (turn.isOnline() && turn.phase() instanceof Driving driving) {
      end(turn, driving);
      turn.answer(ask, Answer.DONE);
    } else if (turn.isOnline() && turn.phase() instanceof Phase.Errand errand && errand.jog()) {
      turn.phase(new Phase.Errand(errand.who(), false, Procedures.endJog(turn.firmware())));
      turn.answer(ask, Answer.DONE);
    } else if (turn.isOnline() && turn.phase() instanceof Phase.Errand && printer(turn)) {
      turn.refuse(
          ask,
          "%s has no command that breaks off a single move; it ends by itself. Stop the machine if it must not."
              .formatted(turn.name()));
    } else {
      turn.answer(ask, Answer.DONE); // nothing moves, which is what was wanted
    }
  }

  private static boolean printer(Turning turn) {
    return turn.firmware().numbered();
  }

  /** Sends what keeps it moving, or ends it; whether something has changed. */
  static boolean advance(Turning turn, Driving driving) {
    if (turn.now() >= driving.deadman() || driving.leaves(turn)) {
      end(turn, driving);
      return true;
    }
    if (turn.now() < driving.nextAt()) {
      return false;
    }
    String line = driving.heading().line(turn.firmware(), PIECE);
    if (!turn.hasRoomFor(line)) { // one move at a time waits for its answer
      turn.phase(driving.later(turn.now() + SOON));
      return false;
    }
    boolean first = driving.sent() == 0;
    turn.phase(
        driving.sentUntil(first ? turn.now() : Math.max(driving.nextAt() + PIECE, turn.now())));
    turn.send(Command.host(line));
    return true;
  }

  private static void end(Turning turn, Driving driving) {
    turn.phase(new Phase.Errand(driving.who(), false, Procedures.endJog(turn.firmware())));
  }

  /** Breaks it off, and looks again soon. */
  static void cancel(Turning turn) {
    turn.effect(new Effect.WriteUrgent(CANCEL.getBytes(StandardCharsets.ISO_8859_1)));
    turn.polling(turn.link().polling().later(turn.now() + 20 * MILLI));
  }

  /** A jog that was still in the ring began after the cancel. */
  static void reported(Turning turn, StatusReport report) {
    if (report.state().equals("Jog")
        && turn.phase() instanceof Phase.Errand errand
        && !errand.procedure().done()
        && errand.procedure().begun()
        && errand.procedure().step() instanceof Step.EndJog) {
      cancel(turn);
    }
  }
}
