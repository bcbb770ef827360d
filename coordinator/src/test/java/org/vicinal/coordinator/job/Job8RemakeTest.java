package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.euros;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.community.Patience;
import org.vicinal.coordinator.deal.Deal;
import org.vicinal.coordinator.deal.DealEvent.Again;
import org.vicinal.coordinator.deal.Footing;
import org.vicinal.coordinator.decide.Life.Then;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.decide.Things;
import org.vicinal.coordinator.job.JobEvent.JobMade;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.job.JobEvent.LotMade;
import org.vicinal.coordinator.job.JobEvent.LotRefused;
import org.vicinal.coordinator.job.JobEvent.RingCalled;
import org.vicinal.messages.id.OrderId;

/** Pieces that were made and are not good are missing again; nothing is ever remade twice. */
class Job8RemakeTest {
  @Test
  void refusedPiecesOfAMadeJobGoToTheSameWorkshopUnderANewNumber() {
    var job = made();
    var again = remake(job, 3, 2, true);
    again.then(LotRefused.class, LotAwarded.class);
    var award = again.the(LotAwarded.class);
    assertThat(award.lot()).isEqualTo(job.lot(2));
    assertThat(award.pieces()).isEqualTo(2);
    assertThat(award.price()).isEqualTo(euros(160));
    job.accept(WEIR_LANE, job.lot(2));
    job.made(WEIR_LANE, job.lot(2), 2).then(LotMade.class, JobMade.class);
  }

  @Test
  void theSameRemakeAgainIsNothingNew() {
    var job = made();
    remake(job, 3, 2, true);
    remake(job, 3, 2, true).thenNothing();
    job.made(WEIR_LANE, job.lot(1), 5).thenNothing();
  }

  @Test
  void piecesThatNeverBecameReadyAreCalledForLikeAnyOther() {
    var job = made();
    var again = remake(job, 0, 5, false);
    again.then(LotRefused.class, RingCalled.class);
    assertThat(again.the(RingCalled.class).pieces()).isEqualTo(5);
    assertThat(again.the(RingCalled.class).round()).isGreaterThan(1);
  }

  @Test
  void aLotWhoseFirstPieceWasRefusedIsNoLongerTheWorkshops() {
    var job = JobLife.accepted(5, WEIR_LANE);
    remake(job, 0, 5, true).then(LotRefused.class, LotAwarded.class);
    job.runStarts(WEIR_LANE, job.lot(1)).then(JobEvent.ClaimRefused.class);
  }

  @Test
  void onlyADealSaysSo() {
    var job = made();
    job.life
        .when(Things.ANA_ASKS, new JobCommand.RemakeLot(job.lot(1), 0, again(job, 5), true, "?"))
        .thenRejected(Kind.FORBIDDEN, "their deal");
  }

  private static JobLife made() {
    var job = JobLife.accepted(5, WEIR_LANE);
    job.made(WEIR_LANE, job.lot(1), 5).then(LotMade.class, JobMade.class);
    return job;
  }

  private static Then<JobEvent> remake(JobLife job, int left, int pieces, boolean same) {
    return job.life.when(
        COORDINATOR,
        new JobCommand.RemakeLot(job.lot(1), left, again(job, pieces), same, "they wobble"));
  }

  private static Again again(JobLife job, int pieces) {
    var deal =
        new Deal(
            job.lot(1),
            WEIR_LANE,
            Things.MK3,
            400,
            1800.0,
            "Coat hook",
            List.of(),
            5,
            euros(400),
            Things.EVENING,
            false,
            new Footing(new OrderId("o-7"), Things.ANA, null, 0, Patience.USUAL),
            Things.NOON);
    return new Again(deal, pieces, euros(80L * pieces), job.life.now().plus(Duration.ofHours(3)));
  }
}
