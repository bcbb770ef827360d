package org.vicinal.agent.machine;

import java.util.Optional;
import org.vicinal.agent.firmware.Command;
import org.vicinal.agent.firmware.Command.Origin;
import org.vicinal.agent.modal.Handwork;

/**
 * GRBL's check mode before the first run of a program: the controller itself reads every line and
 * moves nothing. A line that it would refuse is found with the tool still above the stock. M2 and
 * M30 are left out, because they reset what the lines after them rely on.
 */
final class Rehearsals {
  private static final long ANSWER = 10_000_000_000L;

  private Rehearsals() {}

  static boolean wanted(Turning turn, RunRequest request) {
    return !turn.firmware().numbered()
        && switch (request.rehearsal()) {
          case NONE -> false;
          case ONLY -> true;
          case FIRST -> !turn.standing().knowledge().rehearsed().contains(request.name());
        };
  }

  /** Whether nothing but the check is asked for. */
  static boolean only(Turning turn, RunRequest request) {
    return !turn.firmware().numbered() && request.rehearsal() == RunRequest.Rehearsal.ONLY;
  }

  static void begin(Turning turn, Run run) {
    turn.effect(new Effect.Read(run.request().forCheck()));
    turn.become(
        new Rehearsing(run, Feed.EMPTY.asking(), Procedure.of(new Step.Say("$C", ANSWER)), false),
        "The controller reads run %s without moving.".formatted(run.id()));
  }

  /** Sends what can be sent; whether something has changed. */
  static boolean feed(Turning turn, Rehearsing check) {
    if (check.leaving()) {
      return passed(turn, check);
    }
    Feed feed = check.feed();
    if (feed.hungry()) {
      turn.effect(new Effect.Read(check.run().request().forCheck()));
      turn.phase(check.with(feed.asking()));
      return true;
    }
    if (feed.finished()) {
      turn.phase(new Rehearsing(check.run(), feed, Procedures.leaveCheck(), true));
      return true;
    }
    Optional<ProgramLine> next = feed.find();
    if (next.isEmpty() || !turn.hasRoomFor(next.get().text())) {
      return false;
    }
    ProgramLine line = next.get();
    turn.phase(check.with(feed.taken()));
    String share = Handwork.machinesShare(line.text(), Spindles.manual(turn));
    if (!share.isEmpty() && !Handwork.ends(share)) {
      turn.send(new Command(share, Origin.PROGRAM, line.number()));
    }
    return true;
  }

  private static boolean passed(Turning turn, Rehearsing check) {
    Run run = check.run();
    turn.standing(
        turn.standing().knowing(turn.standing().knowledge().rehearsed(run.request().name())));
    if (only(turn, run.request())) {
      turn.endRun(run, Ending.COMPLETED);
      turn.rest("The controller takes every line of %s.".formatted(run.id()));
    } else {
      Pump.begin(turn, run);
    }
    return true;
  }
}
