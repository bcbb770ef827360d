package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.ROUTER;
import static org.vicinal.agent.workshop.Rehearsal.TRAY;
import static org.vicinal.agent.workshop.Rehearsal.milled;
import static org.vicinal.agent.workshop.Rehearsal.print;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;

/**
 * A lot is made at most once. It starts when the broker had the acceptance in time and a person has
 * confirmed; what goes wrong gives it back.
 */
class LotsTest {
  private final Rehearsal anna = new Rehearsal();

  private LotId acceptedLot(int pieces) {
    anna.call("o-1.1", pieces, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    var lot = anna.award("o-1.1", 1, pieces);
    anna.delivered();
    return lot;
  }

  @Test
  void aLotIsMadePieceByPieceAndAPersonConfirmsEach() {
    var lot = acceptedLot(2);
    for (int piece = 1; piece <= 2; piece++) {
      assertThat(anna.effects(Effect.StartRun.class)).hasSize(piece - 1);
      anna.confirm(PRINTER);
      var run = anna.machineTakes(PRINTER);
      assertThat(anna.effects(Effect.LetRunBegin.class)).hasSize(piece);
      anna.over(run, new RunEnd.Completed(1234));
    }
    assertThat(anna.told(Seen.RunStarted.class))
        .extracting(Seen.RunStarted::piece)
        .containsExactly(1, 2);
    assertThat(anna.told(Seen.LotMade.class)).containsExactly(new Seen.LotMade(lot, 2));
    anna.confirm(PRINTER);
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(2);
  }

  @Test
  void progressIsToldEveryFiveSecondsAndAfterOneWhenABarWouldMove() {
    acceptedLot(1);
    anna.confirm(PRINTER);
    var run = anna.machineTakes(PRINTER);
    var start = anna.now;
    long[][] heard = {{0, 1}, {1, 30}, {2, 31}, {4, 32}, {6, 33}, {7, 90}};
    for (long[] at : heard) {
      anna.now = start.plusSeconds(at[0]);
      anna.hear(now -> new WorkshopInput.RunProgressed(now, run.run(), at[1], 1000));
    }
    assertThat(anna.effects(Effect.Signal.class))
        .map(signal -> ((Seen.Progress) signal.report().seen()).line())
        .containsExactly(1L, 30L, 33L, 90L);
  }

  @Test
  void nothingStartsBeforeTheBrokerHadTheAcceptance() {
    anna.call("o-1.1", 1, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    anna.award("o-1.1", 1, 1);
    anna.confirm(PRINTER);
    assertThat(anna.told(Seen.Acceptance.class)).hasSize(1);
    assertThat(anna.effects(Effect.StartRun.class)).isEmpty();
    anna.delivered();
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(1);
  }

  @Test
  void anAcceptanceThatCameTooLateGivesTheLotBack() {
    anna.call("o-1.1", 1, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    var lot = anna.award("o-1.1", 1, 1);
    anna.confirm(PRINTER);
    anna.now = anna.now.plus(Duration.ofMinutes(2));
    anna.delivered();
    assertThat(anna.effects(Effect.StartRun.class)).isEmpty();
    assertThat(anna.told(Seen.LotReturned.class).getFirst().lot()).isEqualTo(lot);
  }

  @Test
  void aRepeatedAwardIsTakenOnceAlsoAfterItWasMade() {
    acceptedLot(1);
    anna.confirm(PRINTER);
    anna.over(anna.machineTakes(PRINTER), new RunEnd.Completed(9));
    anna.award("o-1.1", 1, 1);
    anna.delivered();
    anna.confirm(PRINTER);
    assertThat(anna.told(Seen.Acceptance.class)).hasSize(1);
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(1);
  }

  @Test
  void aWithdrawalThatOvertookItsAwardKeepsTheLotFromBeingTaken() {
    anna.call("o-1.1", 1, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    anna.instruct(new Instruction.Withdrawal(LotId.parse("o-1.1.0.1"), "cancelled"));
    anna.award("o-1.1", 1, 1);
    assertThat(anna.told(Seen.Acceptance.class)).isEmpty();
  }

  @Test
  void aWithdrawnLotIsDroppedBeforeItsStart() {
    var lot = acceptedLot(1);
    anna.instruct(new Instruction.Withdrawal(lot, "cancelled"));
    anna.confirm(PRINTER);
    assertThat(anna.effects(Effect.StartRun.class)).isEmpty();
  }

  @Test
  void aLotWithdrawnBetweenAskingAndTheFirstByteDoesNotStart() {
    var lot = acceptedLot(1);
    anna.confirm(PRINTER);
    anna.instruct(new Instruction.Withdrawal(lot, "cancelled"));
    anna.machineTakes(PRINTER);
    assertThat(anna.effects(Effect.LetRunBegin.class)).isEmpty();
    assertThat(anna.effects(Effect.ForbidRun.class)).hasSize(1);
  }

  @Test
  void aRunThatIsOnMayEndAndIsSurplus() {
    var lot = acceptedLot(3);
    anna.confirm(PRINTER);
    var run = anna.machineTakes(PRINTER);
    anna.instruct(new Instruction.Withdrawal(lot, "cancelled"));
    anna.over(run, new RunEnd.Completed(9));
    assertThat(anna.told(Seen.LotMade.class)).containsExactly(new Seen.LotMade(lot, 1));
    anna.confirm(PRINTER);
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(1);
  }

  @Test
  void aFailedRunGivesTheRestBackWithItsReason() {
    acceptedLot(2);
    anna.confirm(PRINTER);
    anna.over(anna.machineTakes(PRINTER), new RunEnd.Failed("thermal runaway", 77));
    assertThat(anna.told(Seen.RunEnded.class).getFirst().line()).isEqualTo(77);
    assertThat(anna.told(Seen.LotReturned.class).getFirst().reason()).contains("thermal runaway");
  }

  @Test
  void afterACrashTheRunIsInterruptedAtItsLineAndNeverRunsAgain() {
    var lot = acceptedLot(1);
    anna.confirm(PRINTER);
    anna.machineTakes(PRINTER);

    anna.restart(214);

    var ended = anna.told(Seen.RunEnded.class).getFirst();
    assertThat(ended.ending()).isEqualTo(Seen.Ending.INTERRUPTED);
    assertThat(ended.line()).isEqualTo(214);
    assertThat(anna.told(Seen.LotReturned.class).getFirst().lot()).isEqualTo(lot);
    anna.confirm(PRINTER);
    anna.award("o-1.1", 1, 1);
    anna.delivered();
    assertThat(anna.effects(Effect.StartRun.class)).isEmpty();
  }

  @Test
  void aCrashBeforeTheJournalHadTheRunLeavesItToBeMade() {
    acceptedLot(1);
    anna.confirm(PRINTER); // the machine has been asked, and has not begun
    anna.restart(0);
    anna.fileIsGood(HOOK, PRINTER);
    anna.condition(PRINTER, Condition.READY); // confirmed before, and that was written down
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(1);
  }

  @Test
  void whatALotWaitsForIsToldOnce() {
    acceptedLot(1);
    anna.hear(WorkshopInput.ClockTicked::new);
    anna.condition(PRINTER, Condition.OCCUPIED);
    assertThat(anna.told(Seen.Waiting.class)).hasSize(1);
    assertThat(anna.told(Seen.Waiting.class).getFirst().what()).contains("bed of mk3 is clear");
    assertThat(anna.effects(Effect.AskPerson.class)).hasSize(1);
  }

  @Test
  void aMillStartsOnlyByAPersonWhoSawThisLot() {
    anna.confirm(ROUTER); // before there was anything to make
    anna.call("o-2.1", 1, milled(), TRAY);
    anna.fileIsGood(TRAY, ROUTER);
    anna.award("o-2.1", 1, 1);
    anna.delivered();
    assertThat(anna.effects(Effect.StartRun.class)).isEmpty();
    assertThat(anna.told(Seen.Waiting.class).getFirst().what()).contains("tool and origin");
    anna.confirm(ROUTER);
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(1);
  }

  @Test
  void aConfirmationDuringARunIsRefused() {
    acceptedLot(1);
    anna.confirm(PRINTER);
    anna.machineTakes(PRINTER);
    anna.effects.clear();
    anna.confirm(PRINTER);
    assertThat(anna.effects(Effect.Reply.class).getFirst().answer())
        .isInstanceOf(Answer.Refused.class);
    assertThat(anna.state.memory().confirmations()).isEmpty();
  }

  @Test
  void aConfirmationIsVoidWhenTheMachineWasAway() {
    acceptedLot(1);
    anna.condition(PRINTER, Condition.OCCUPIED);
    anna.hear(at -> new WorkshopInput.PersonConfirmed(at, 1, PRINTER, "Ana", "clear"));
    anna.condition(PRINTER, Condition.ABSENT);
    anna.condition(PRINTER, Condition.READY);
    assertThat(anna.effects(Effect.StartRun.class)).isEmpty();
  }

  @Test
  void aMachineThatWillNotIsAskedAgainAndThenTheLotGoesBack() {
    acceptedLot(1);
    anna.confirm(PRINTER);
    for (int i = 0; i < 5; i++) {
      assertThat(anna.effects(Effect.StartRun.class)).hasSize(i + 1);
      var run = anna.effects(Effect.StartRun.class).getLast().run();
      anna.hear(at -> new WorkshopInput.RunRefused(at, run, "not homed"));
      anna.now = anna.now.plusSeconds(31);
      anna.hear(WorkshopInput.ClockTicked::new);
    }
    assertThat(anna.told(Seen.LotReturned.class).getFirst().reason()).contains("not homed");
  }

  @Test
  void aRestoredCoordinatorIsToldEveryLotOnce() {
    var first = acceptedLot(1);
    anna.confirm(PRINTER);
    anna.over(anna.machineTakes(PRINTER), new RunEnd.Completed(9));
    anna.call("o-2.1", 2, print(50), HOOK);
    var second = anna.award("o-2.1", 1, 2);
    anna.delivered();
    anna.instruct(new Instruction.Reconcile(1));
    anna.instruct(new Instruction.Reconcile(1));
    assertThat(anna.told(Seen.LotKnown.class))
        .extracting(Seen.LotKnown::lot, Seen.LotKnown::standing)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(first, Seen.Standing.MADE),
            org.assertj.core.groups.Tuple.tuple(second, Seen.Standing.ACCEPTED));
  }

  @Test
  void everythingTheBrokerDoesNotHaveIsToldAgainAfterARestartInOrder() {
    acceptedLot(1);
    anna.call("o-2.1", 1, print(400), HOOK);
    anna.restart(0);
    var reports = anna.effects(Effect.Tell.class).stream().map(Effect.Tell::report).toList();
    assertThat(reports).extracting(report -> report.sequence()).isSorted();
    assertThat(reports.getFirst().seen())
        .isEqualTo(anna.state.memory().outbox().waiting().getFirst().seen());
  }

  @Test
  void aMachineInAlarmAsksForAPersonAndItsConfirmationIsNone() {
    anna.confirm(ROUTER);
    anna.condition(ROUTER, Condition.ALARM);
    assertThat(anna.effects(Effect.AskPerson.class).getLast().machine()).isEqualTo(ROUTER);
    anna.hear(at -> new WorkshopInput.PersonConfirmed(at, 1, ROUTER, "Ana", "looked at it"));
    assertThat(anna.state.memory().confirmations()).isEmpty();
  }
}
