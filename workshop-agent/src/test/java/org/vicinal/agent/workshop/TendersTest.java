package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.NOON;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.ROUTER;
import static org.vicinal.agent.workshop.Rehearsal.TRAY;
import static org.vicinal.agent.workshop.Rehearsal.milled;
import static org.vicinal.agent.workshop.Rehearsal.print;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.machine.Condition;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Seen;

/**
 * A call is answered once: with a bid that can be kept, after the program was fetched and checked,
 * or with a refusal that says why.
 */
class TendersTest {
  private final Rehearsal anna = new Rehearsal();

  @Test
  void aBidComesWhenTheFileIsHereAndChecked() {
    anna.call("o-1.1", 3, print(50), HOOK);
    assertThat(anna.effects(Effect.Fetch.class)).hasSize(1);
    assertThat(anna.told(Seen.Bid.class)).isEmpty();

    anna.fileIsGood(HOOK, PRINTER);

    var bid = anna.told(Seen.Bid.class).getFirst();
    assertThat(bid.pieces()).isEqualTo(3);
    assertThat(bid.machine()).isEqualTo(PRINTER);
    // ten minutes in reserve, then three times ten minutes of printing and five for the person
    assertThat(bid.readyBy()).isEqualTo(NOON.plus(Duration.ofMinutes(10 + 3 * 15)));
  }

  @Test
  void thePriceIsAnOpenBook() {
    anna.call("o-1.1", 3, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    var price = anna.told(Seen.Bid.class).getFirst().price();
    assertThat(price.lines().stream().map(line -> line.what() + " = " + line.minorUnits()))
        .containsExactly(
            "30 min of mk3 at 3.00 EUR an hour = 150",
            "60 g of PLA at 25.00 EUR a kg = 150",
            "setting up = 50");
  }

  @Test
  void aMilledPieceIsPaidByTheSheet() {
    anna.call("o-2.1", 2, milled(), TRAY);
    anna.fileIsGood(TRAY, ROUTER);
    var price = anna.told(Seen.Bid.class).getFirst().price();
    assertThat(price.words()).isEqualTo("7.00 EUR");
  }

  @Test
  void aPartThatFitsNoMachineIsRefusedAtOnceWithWhatIsMissing() {
    anna.call("o-3.1", 1, print(400), HOOK);
    assertThat(anna.effects(Effect.Fetch.class)).isEmpty();
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason())
        .contains("mk3: bed width (x): 400 mm needed, 250 mm found")
        .contains("router: process");
  }

  @Test
  void aProgramThatMustNotRunHereIsRefusedWithItsLine() {
    anna.call("o-1.1", 1, print(50), HOOK);
    anna.hear(at -> new WorkshopInput.FileCame(at, HOOK.digest()));
    anna.checked(HOOK, PRINTER, new Check.Unfit("hook.gcode:214: it leaves the bed"));
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason()).contains("hook.gcode:214");
  }

  @Test
  void aFileThatDoesNotComeIsTriedAgainAndThenRefused() {
    anna.call("o-1.1", 1, print(50), HOOK);
    anna.hear(at -> new WorkshopInput.FileMissed(at, HOOK.digest(), "no connection", true));
    assertThat(anna.state.wake()).contains(NOON.plusSeconds(1));
    anna.now = NOON.plusSeconds(1);
    anna.hear(WorkshopInput.ClockTicked::new);
    assertThat(anna.effects(Effect.Fetch.class)).hasSize(2);
    anna.hear(at -> new WorkshopInput.FileMissed(at, HOOK.digest(), "its digest is wrong", false));
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason()).contains("its digest is wrong");
  }

  @Test
  void aRepeatedCallIsAnsweredOnce() {
    for (int i = 0; i < 3; i++) {
      anna.call("o-1.1", 1, print(50), HOOK);
      anna.fileIsGood(HOOK, PRINTER);
    }
    assertThat(anna.told(Seen.Bid.class)).hasSize(1);
  }

  @Test
  void aNewRoundIsAnsweredAnew() {
    anna.call("o-1.1", 1, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    anna.call("o-1.1", 2, 1, print(50), HOOK, NOON.plus(Duration.ofDays(1)));
    assertThat(anna.told(Seen.Bid.class)).extracting(Seen.Bid::round).containsExactly(1, 2);
  }

  @Test
  void aCallToOthersIsNone() {
    var call =
        new Call(
            new JobId("o-1.1"),
            1,
            "a part",
            print(50),
            List.of(HOOK),
            1,
            NOON,
            NOON.plusSeconds(8),
            List.of(new WorkshopId("ben")));
    var turn = anna.hear(at -> new WorkshopInput.CallHeard(at, "calls-0", 0, call));
    assertThat(turn.facts()).isEmpty();
    assertThat(turn.effects()).isEmpty();
  }

  @Test
  void aPartIsOfferedWhenNotAllCanBeReadyInTime() {
    anna.call("o-1.1", 1, 10, print(50), HOOK, NOON.plus(Duration.ofMinutes(60)));
    anna.fileIsGood(HOOK, PRINTER);
    assertThat(anna.told(Seen.Bid.class).getFirst().pieces()).isEqualTo(3);
  }

  @Test
  void aLateDateIsSaidAsItIs() {
    anna.call("o-1.1", 1, 2, print(50), HOOK, NOON.plus(Duration.ofMinutes(12)));
    anna.fileIsGood(HOOK, PRINTER);
    var bid = anna.told(Seen.Bid.class).getFirst();
    assertThat(bid.pieces()).isEqualTo(2);
    assertThat(bid.readyBy()).isEqualTo(NOON.plus(Duration.ofMinutes(40)));
  }

  @Test
  void workThatWasPromisedComesFirst() {
    anna.call("o-1.1", 4, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    anna.award("o-1.1", 1, 4);
    anna.call("o-2.1", 1, print(50), HOOK);
    assertThat(anna.told(Seen.Bid.class).getLast().readyBy())
        .isEqualTo(NOON.plus(Duration.ofMinutes(4 * 15 + 10 + 15)));
  }

  @Test
  void aMachineThatIsNotThereIsNotPromised() {
    anna.condition(PRINTER, Condition.ABSENT);
    anna.call("o-1.1", 1, print(50), HOOK);
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason())
        .contains("mk3 is not there just now");
  }

  @Test
  void aCallThatWasTakenIsAnsweredAfterARestart() {
    anna.call("o-1.1", 1, print(50), HOOK);
    anna.restart(0);
    anna.fileIsGood(HOOK, PRINTER);
    assertThat(anna.told(Seen.Bid.class)).hasSize(1);
  }

  @Test
  void aCallThatClosedLongAgoIsLetGo() {
    anna.call("o-1.1", 1, print(50), HOOK);
    anna.now = NOON.plus(Duration.ofHours(1));
    anna.hear(WorkshopInput.ClockTicked::new);
    anna.fileIsGood(HOOK, PRINTER);
    assertThat(anna.state.memory().calls()).isEmpty();
    assertThat(anna.told(Seen.Bid.class)).isEmpty();
  }
}
