package org.vicinal.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.neighbour;
import static org.vicinal.coordinator.decide.Things.neighbours;
import static org.vicinal.coordinator.decide.Things.printer;
import static org.vicinal.coordinator.decide.Things.wish;

import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.job.JobEvent.RingCalled;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Size;

/** A state stays under 256 kB, however many workshops answer and however much they say. */
class Job6SizeTest {
  private static final Price LONGEST =
      new Price("EUR", Collections.nCopies(8, new Price.Line("x".repeat(60), 1_000_000)));

  @Test
  void theLargestTenderFits() {
    var job =
        JobLife.among(
            neighbours(
                IntStream.range(0, 300)
                    .mapToObj(i -> neighbour(id(i), 100 + i, printer(new Size(250, 210, 200))))
                    .toArray(Neighbourhood.Neighbour[]::new)));
    var call = job.open(wish(1_000), RULES).the(RingCalled.class);
    assertThat(call.called()).hasSize(Tender.MOST_CALLED);
    for (int i = 0; i < Tender.MOST_CALLED - 1; i++) {
      job.say(
          new JobCommand.PlaceBid(job.next(id(i)), JobLife.JOB, 1, MK3, 1, 1_800, EVENING, LONGEST),
          id(i));
    }
    assertThat(Nouns.write(job.life.state()).length).isLessThan(256 * 1024);
  }

  private static WorkshopId id(int number) {
    return new WorkshopId("w%079d".formatted(number));
  }
}
