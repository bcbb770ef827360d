package org.vicinal.agent.machine;

import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.firmware.Outcome;

/** Lines and short ways that a person beside the machine asks for while it has no run. */
final class Errands {
  private static final String REALTIME = "!?~";

  private Errands() {}

  static void begin(Turning turn, Input.ErrandAsked asked) {
    if (!turn.isOnline()
        || !(turn.phase() instanceof Phase.Ready || turn.phase() instanceof Phase.Occupied)) {
      refuse(turn, asked.ask());
      return;
    }
    var objection = objection(turn.firmware(), asked.text());
    if (!objection.isEmpty()) {
      turn.refuse(asked.ask(), objection);
      return;
    }
    turn.answer(asked.ask(), Answer.DONE);
    turn.standing(turn.standing().confirmed(false));
    turn.become(
        new Phase.Errand(asked.who(), false, Procedures.said(turn.firmware(), asked.text())),
        "%s says: %s".formatted(asked.who(), asked.text()));
  }

  static void refuse(Turning turn, long ask) {
    turn.refuse(
        ask,
        "%s takes lines by hand only while it has no run and no trouble, and it is %s: %s"
            .formatted(
                turn.name(),
                turn.state().condition().name().toLowerCase(java.util.Locale.ROOT),
                turn.standing().why()));
  }

  /** What cannot go out as a line of its own; empty when it can. */
  private static String objection(Firmware firmware, String text) {
    if (text.isBlank() || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return "Expected one line of plain characters.";
    }
    if (text.length() > firmware.lineBytes() - (firmware.numbered() ? 14 : 0)) {
      return "Expected a line of at most %d characters, found %d."
          .formatted(firmware.lineBytes() - (firmware.numbered() ? 14 : 0), text.length());
    }
    if (firmware.asksPerson(text)) {
      return "Expected no line that waits for a person: the machine would stand in it.";
    }
    if (firmware.numbered()
        ? text.contains("M110")
        : text.chars().anyMatch(c -> REALTIME.indexOf(c) >= 0)) {
      return "Expected a line that leaves the link alone: numbers and the bytes that act at once"
          + " are the agent's own.";
    }
    return "";
  }

  /** The person hears why nothing happened; a drive that is refused, as at an end, is over. */
  static void refused(Turning turn, Outcome.Refused refused) {
    turn.note(
        "\"%s\" was refused, %s."
            .formatted(
                refused.command().text(), turn.link().telemetry().known().error(refused.code())));
    if (turn.phase() instanceof Driving driving) {
      turn.phase(new Phase.Errand(driving.who(), false, Procedures.endJog(turn.firmware())));
    }
  }

  static boolean over(Turning turn, Phase.Errand errand) {
    turn.become(new Phase.Occupied(), "%s has used the machine by hand.".formatted(errand.who()));
    return true;
  }
}
