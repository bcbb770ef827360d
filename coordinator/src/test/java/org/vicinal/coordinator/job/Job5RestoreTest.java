package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.wish;

import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.job.JobEvent.ClaimRefused;
import org.vicinal.coordinator.job.JobEvent.JobMade;
import org.vicinal.coordinator.job.JobEvent.LotAccepted;
import org.vicinal.coordinator.job.JobEvent.LotAwarded;
import org.vicinal.coordinator.job.JobEvent.LotMade;
import org.vicinal.coordinator.job.JobEvent.LotReconciled;
import org.vicinal.coordinator.job.JobEvent.SurplusMade;
import org.vicinal.coordinator.job.JobEvent.TenderClosed;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Seen.Standing;

/**
 * A coordinator restored from an older export asks the workshops what they know. Lots that the job
 * still needs are its own again; others are surplus; no lot number is used twice.
 */
class Job5RestoreTest {
  @Test
  void aLotOfTheLostTimeIsTheJobsOwnAgain() {
    var job = JobLife.opened(wish(2));
    job.life.inGeneration(1);
    job.known(WEIR_LANE, job.lot(1), Standing.RUNNING, 2, 1)
        .then(LotReconciled.class, TenderClosed.class);
    job.known(WEIR_LANE, job.lot(1), Standing.RUNNING, 2, 1).thenNothing();
    job.made(WEIR_LANE, job.lot(1), 2).then(LotMade.class, JobMade.class);
  }

  @Test
  void aLotThatWasMadeInTheLostTimeIsNotMadeAgain() {
    var job = JobLife.opened(wish(2));
    job.life.inGeneration(1);
    job.known(WEIR_LANE, job.lot(1), Standing.MADE, 2, 2)
        .then(LotReconciled.class, TenderClosed.class, JobMade.class);
  }

  @Test
  void whatNobodyNeedsAnyMoreIsSurplus() {
    var job = JobLife.accepted(2, WEIR_LANE);
    job.life.inGeneration(1);
    job.known(MILL_ROAD, job.lot(2), Standing.RUNNING, 2, 1).then(ClaimRefused.class);
    job.made(MILL_ROAD, job.lot(2), 2).then(SurplusMade.class);
    job.known(MILL_ROAD, job.lot(3), Standing.MADE, 1, 1)
        .then(ClaimRefused.class, SurplusMade.class);
  }

  @Test
  void anAwardThatWasAcceptedInTheLostTimeIsAccepted() {
    var job = JobLife.opened(wish(1));
    job.bid(WEIR_LANE, 1);
    job.refuse(MILL_ROAD, "busy");
    job.life.inGeneration(1);
    job.known(WEIR_LANE, job.lot(1), Standing.RUNNING, 1, 0).then(LotAccepted.class);
  }

  @Test
  void lotsAndRoundsOfTheNewGenerationAreNewOnes() {
    var job = JobLife.accepted(1, WEIR_LANE);
    job.life.inGeneration(1);
    job.returned(WEIR_LANE, job.lot(1), 0);
    assertThat(job.round()).isEqualTo(1_001);
    job.bid(MILL_ROAD, 1);
    assertThat(job.refuse(WEIR_LANE, "broken").the(LotAwarded.class).lot())
        .isEqualTo(new LotId(JobLife.JOB, 1, 2));
  }
}
