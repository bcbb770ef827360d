package org.vicinal.coordinator.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Instruction;

/** A report has no answer, so what does not count of it comes back as a notice. */
class UndoneTest {
  private static final WorkshopId MILL_LANE = new WorkshopId("mill-lane");
  private static final LotId LOT = LotId.parse("o-1.1.0.1");
  private static final EntityKey DEAL = new EntityKey(Noun.DEAL, LOT.toString());
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Rejection NO =
      new Rejection(Rejection.Kind.CONFLICT, "No code is taken now.", null);

  private static Occurred<?> said(Asker by, Event event) {
    return new Occurred<>("report/mill-lane/1/9/0", DEAL, 4, NOON, by, event);
  }

  private static Outgoing notice(String id, String words) {
    return new Outgoing.ToWorkshop(MILL_LANE, new Instruction.Notice(LOT, id, true, words));
  }

  @Test
  void aWrongPickupCodeIsToldToTheWorkshopThatSaidIt() {
    var wrong = new DealEvent.CodeWrong(LOT, 1, null, null);
    assertThat(Wiring.outgoing(said(new Asker.Workshop(MILL_LANE), wrong)))
        .containsExactly(
            notice(
                "report/mill-lane/1/9/0",
                "That is not the pickup code. Ask the customer for theirs."));
    var last = new DealEvent.CodeWrong(LOT, 5, NOON, null);
    assertThat(Wiring.outgoing(said(new Asker.Workshop(MILL_LANE), last)).toString())
        .contains("too many were wrong", NOON.toString());
    assertThat(Wiring.outgoing(said(new Asker.Steward(new PersonId("p-sam")), wrong))).isEmpty();
  }

  @Test
  void aCheckThatDoesNotPassIsTold() {
    var missed = new DealEvent.GateMissed(LOT, "bore: 8.0 mm wanted, 8.4 mm measured", null);
    assertThat(Wiring.outgoing(said(new Asker.Workshop(MILL_LANE), missed)).toString())
        .contains("8.4 mm measured");
  }

  @Test
  void aRefusedReportAboutPiecesIsToldAndNoOther() {
    var id = "report/mill-lane/1700000000000/12";
    assertThat(Undone.told(new Answer(id, DEAL, 4, NO)))
        .contains(
            new Outgoing.ToWorkshop(
                MILL_LANE, new Instruction.Notice(LOT, id, true, "No code is taken now.")));
    assertThat(Undone.told(new Answer(id, DEAL, 4, null))).isEmpty();
    assertThat(Undone.told(new Answer("web-17", DEAL, 4, NO))).isEmpty();
    var job = new EntityKey(Noun.JOB, "o-1.1"); // a bid that came too late needs no person
    assertThat(Undone.told(new Answer(id, job, 4, NO))).isEmpty();
  }
}
