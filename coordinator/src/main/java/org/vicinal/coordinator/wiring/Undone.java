package org.vicinal.coordinator.wiring;

import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.deal.DealEvent.CodeWrong;
import org.vicinal.coordinator.deal.DealEvent.GateMissed;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Instruction;

/**
 * What a workshop said of made pieces and what does not count: it is told, since a report has no
 * answer of its own.
 */
public final class Undone {
  /** How the ids of commands begin that come from reports: then the workshop's id. */
  static final String REPORT = "report/";

  private Undone() {}

  static List<Outgoing> told(Occurred<?> event, CodeWrong it) {
    return told(
        event,
        it.lot(),
        it.pausedUntil() == null
            ? "That is not the pickup code. Ask the customer for theirs."
            : "That is not the pickup code, and too many were wrong: none is taken until %s."
                .formatted(it.pausedUntil()));
  }

  static List<Outgoing> told(Occurred<?> event, GateMissed it) {
    return told(event, it.lot(), "The check does not pass: %s.".formatted(it.what()));
  }

  private static List<Outgoing> told(Occurred<?> event, LotId lot, String words) {
    return event.by() instanceof Asker.Workshop(var workshop)
        ? List.of(notice(workshop, event.id(), lot, words))
        : List.of();
  }

  /** What a workshop is told when something it said of made pieces was refused. */
  public static Optional<Outgoing.ToWorkshop> told(Answer answer) {
    var id = answer.commandId();
    var rejection = answer.rejection();
    if (rejection == null || !id.startsWith(REPORT) || answer.entity().noun() != Noun.DEAL) {
      return Optional.empty();
    }
    var sender = new WorkshopId(id.substring(REPORT.length(), id.indexOf('/', REPORT.length())));
    return Optional.of(notice(sender, id, LotId.parse(answer.entity().id()), rejection.reason()));
  }

  private static Outgoing.ToWorkshop notice(
      WorkshopId workshop, String id, LotId lot, String words) {
    return new Outgoing.ToWorkshop(workshop, new Instruction.Notice(lot, id, true, words));
  }
}
