package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.NOON;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.print;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.messages.net.Seen;

/** An hour of a machine is promised once. */
class CalendarTest {
  private static final long SEED = Long.getLong("vicinal.seed", System.nanoTime());
  private static final int TOWNS = Integer.getInteger("vicinal.seeds", 200);

  @Test
  void aBidComesAfterTheBidsThatMayStillBeTakenUp() {
    var anna = new Rehearsal();
    anna.call("o-1.1", 4, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    anna.call("o-2.1", 1, print(50), HOOK);
    assertThat(anna.told(Seen.Bid.class).getLast().readyBy())
        .isEqualTo(NOON.plus(Duration.ofMinutes(4 * 15 + 10 + 15)));
  }

  @Test
  void aBidThatNobodyTookUpHoldsNothingBack() {
    var anna = new Rehearsal();
    anna.call("o-1.1", 4, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    anna.now = NOON.plus(Duration.ofMinutes(5));
    anna.call("o-2.1", 1, print(50), HOOK);
    assertThat(anna.told(Seen.Bid.class).getLast().readyBy())
        .isEqualTo(anna.now.plus(Duration.ofMinutes(10 + 15)));
  }

  @Test
  void aDeclinedAwardHoldsNothingBack() {
    var anna = new Rehearsal();
    anna.call("o-1.1", 4, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    anna.award("o-1.1", 1, 5); // more than was bid
    assertThat(anna.told(Seen.Decline.class)).hasSize(1);
    anna.call("o-2.1", 1, print(50), HOOK);
    assertThat(anna.told(Seen.Bid.class).getLast().readyBy())
        .isEqualTo(NOON.plus(Duration.ofMinutes(10 + 15)));
  }

  /** Some of the bids are awarded, in any order, within the reserve: none has to be declined. */
  @Test
  void whateverIsAwardedInWhateverOrderCanBeKept() {
    for (long seed = SEED; seed < SEED + TOWNS; seed++) {
      var random = new Random(seed);
      var anna = new Rehearsal();
      var jobs = new ArrayList<String>();
      var pieces = new ArrayList<Integer>();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        jobs.add("o-" + (i + 1) + ".1");
        pieces.add(1 + random.nextInt(9));
        anna.call(jobs.get(i), pieces.get(i), print(50), HOOK);
        if (i == 0) {
          anna.fileIsGood(HOOK, PRINTER);
        }
      }
      var order = new ArrayList<Integer>();
      for (int i = 0; i < jobs.size(); i++) {
        if (random.nextInt(3) > 0) {
          order.add(i);
        }
      }
      Collections.shuffle(order, random);
      for (int i : order) {
        anna.now = anna.now.plusSeconds(random.nextInt(50));
        anna.award(jobs.get(i), 1, pieces.get(i));
      }
      assertThat(anna.told(Seen.Decline.class)).as("-Dvicinal.seed=%d", seed).isEmpty();
      assertThat(anna.told(Seen.Acceptance.class))
          .as("-Dvicinal.seed=%d", seed)
          .hasSize(order.size());
    }
  }
}
