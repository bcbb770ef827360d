package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.NOON;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.ROUTER;
import static org.vicinal.agent.workshop.Rehearsal.print;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.journal.ActiveRun;
import org.vicinal.agent.journal.Experience;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.Memory;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.work.Controller;

/** What a machine really takes corrects the next estimate; nothing else does. */
class LearningTest {
  private static final double PLANNED = 600;
  private final Rehearsal anna = new Rehearsal();
  private int orders;

  @Test
  void threeRunsThatTookTwiceAsLongDoubleTheNextBidAndItsPrice() {
    var first = bid();
    assertThat(first.secondsPerPiece()).isEqualTo(PLANNED);
    for (int i = 0; i < Experience.ENOUGH; i++) {
      made(Duration.ofMinutes(20));
    }
    var later = bid();
    assertThat(later.secondsPerPiece()).isCloseTo(2 * PLANNED, within(1.0));
    assertThat(later.price().minorUnits()).isGreaterThan(first.price().minorUnits());
    assertThat(anna.state.memory().experienceOf(PRINTER).words())
        .isEqualTo("takes 2.00 times its plans, by 3 runs");
    assertThat(anna.state.memory().experienceOf(ROUTER).correction()).isEqualTo(1);
    anna.restart(0);
    assertThat(anna.state.memory().experienceOf(PRINTER).correction()).isEqualTo(2);
  }

  @Test
  void whatWasLearnedIsComparedWithThePlanAndNotWithItself() {
    for (int i = 0; i < 8; i++) {
      made(Duration.ofMinutes(15));
    }
    assertThat(bid().secondsPerPiece()).isCloseTo(1.5 * PLANNED, within(1.0));
  }

  @Test
  void aNightsPauseAndARunThatFailedTeachNothing() {
    for (int i = 0; i < 4; i++) {
      made(Duration.ofHours(9));
      over(new RunEnd.Failed("the nozzle clogged", 20), Duration.ofMinutes(19));
    }
    assertThat(anna.state.memory().experienceOf(PRINTER)).isEqualTo(Experience.NONE);
  }

  @Test
  void theMedianBearsFewWildRuns() {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    System.out.println("vicinal.seed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var memory = Memory.begun(Rehearsal.ANNA, 1);
      double truth = 0.7 + random.nextDouble();
      for (int run = 0; run < 20; run++) {
        boolean wild = run % 3 == 2;
        memory = after(memory, run, wild ? 0.1 + 10 * random.nextDouble() : truth);
      }
      var known = memory.experienceOf(PRINTER);
      assertThat(known.correction()).as("seed %d", seed).isCloseTo(truth, within(1e-3));
      assertThat(known.ratios()).hasSizeLessThanOrEqualTo(15);
    }
  }

  private static Memory after(Memory memory, int number, double ratio) {
    var run =
        new ActiveRun(
            new RunId("r-" + number),
            LotId.parse("o-1.1.0.1"),
            PRINTER,
            HOOK.digest(),
            1,
            9,
            PLANNED,
            NOON);
    var end = NOON.plusMillis(Math.round(ratio * PLANNED * 1e3));
    return memory
        .after(new Fact.RunBegun(run))
        .after(new Fact.RunFinished(PRINTER, run.run(), Seen.Ending.MADE, 9, "", end, PLANNED));
  }

  @Test
  void aJournalFromBeforeIsRead() throws Exception {
    var old =
        """
        {"type":"RunFinished","machine":"mk3","run":"r-1","ending":"MADE","line":9,"reason":""}""";
    var read = new Json(List.of(Fact.class)).read(old.getBytes(StandardCharsets.UTF_8), Fact.class);
    assertThat(read)
        .isInstanceOfSatisfying(
            Fact.RunFinished.class, it -> assertThat(it.plannedSeconds()).isNull());
  }

  private Seen.Bid bid() {
    var program = Rehearsal.program("part-" + ++orders + ".gcode", Controller.MARLIN);
    anna.call("o-" + orders + ".1", 1, print(60), program);
    anna.fileIsGood(program, PRINTER);
    return anna.told(Seen.Bid.class).getLast();
  }

  private void made(Duration real) {
    over(new RunEnd.Completed(1234), real);
  }

  private void over(RunEnd end, Duration real) {
    anna.now = NOON;
    bid();
    anna.award(
        "o-" + orders + ".1",
        1,
        1,
        Rehearsal.program("part-" + orders + ".gcode", Controller.MARLIN));
    anna.delivered();
    anna.confirm(PRINTER);
    var run = anna.machineTakes(PRINTER);
    anna.now = anna.now.plus(real);
    anna.over(run, end);
  }
}
