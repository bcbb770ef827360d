package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.NOON;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.print;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.journal.MadeLot;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Conditions;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Measured;
import org.vicinal.messages.work.Payment;
import org.vicinal.messages.work.Price;

/** What people of the workshop say about calls and lots, and what the rules say without them. */
class SayingsTest {
  private static final JobId JOB = new JobId("o-1.1");
  private Rehearsal anna = new Rehearsal(Trade.PLAIN.withPeople());

  @Test
  void aCallWaitsForAPersonWhoTakesWhatTheRulesWouldSay() {
    callIsPrepared(3);
    assertThat(anna.told(Seen.Bid.class)).isEmpty();
    assertThat(anna.effects(Effect.AskPerson.class)).hasSize(1);
    var shown = anna.workshop.preview(anna.state, anna.now).getFirst();
    assertThat(shown.offers().getFirst().price()).isEqualTo("3.50 EUR");
    assertThat(say(new Say.Bid(JOB, null, null, null, null, "", ""))).isEqualTo(Answer.DONE);
    assertThat(anna.told(Seen.Bid.class).getFirst().price().words()).isEqualTo("3.50 EUR");
    assertThat(say(new Say.Bid(JOB, null, null, null, null, "", "")))
        .isInstanceOfSatisfying(
            Answer.Refused.class, it -> assertThat(it.reason()).contains("has been answered"));
  }

  @Test
  void aCounterBidSaysItsOwnPiecesDayPriceAndMaterial() {
    callIsPrepared(3);
    var day = NOON.plus(Duration.ofDays(4));
    assertThat(
            say(
                new Say.Bid(
                    JOB, PRINTER, 2, java.math.BigDecimal.valueOf(9), day, "PETG", "in black")))
        .isEqualTo(Answer.DONE);
    var bid = anna.told(Seen.Bid.class).getFirst();
    assertThat(bid.pieces()).isEqualTo(2);
    assertThat(bid.readyBy()).isEqualTo(day);
    assertThat(bid.price().minorUnits()).isEqualTo(900);
    assertThat(bid.price().lines().getLast().what()).isEqualTo("as Ana sets it");
    assertThat(bid.offering())
        .isEqualTo(new Offering("PETG", Handover.PICKUP, Set.of(), "in black"));
  }

  @Test
  void whatCannotBeIsSaidBack() {
    callIsPrepared(3);
    assertRefused(
        new Say.Bid(JOB, null, 4, null, null, "", ""), "Expected 1 to 3 pieces, found 4.");
    assertRefused(
        new Say.Bid(JOB, null, null, null, NOON.minusSeconds(1), "", ""), "date in the future");
    assertRefused(
        new Say.Bid(JOB, null, null, java.math.BigDecimal.valueOf(-1), null, "", ""),
        "price from 0");
    assertRefused(
        new Say.Bid(JOB, Rehearsal.ROUTER, null, null, null, "", ""),
        "No machine here can make it");
    assertRefused(new Say.Refuse(new JobId("o-9.1"), "no"), "none of o-9.1 is known here");
    assertRefused(new Say.Cannot(LotId.parse("o-9.1.0.1"), "no"), "Expected a lot");
  }

  @Test
  void nobodyAnswersAndTheCallIsRefusedInTime() {
    callIsPrepared(1);
    assertThat(anna.state.wake()).hasValue(anna.now.plusSeconds(3));
    anna.now = anna.now.plusSeconds(3);
    anna.hear(WorkshopInput.ClockTicked::new);
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason())
        .isEqualTo("Nobody at the workshop has answered in time.");
  }

  @Test
  void aBidIsTakenBackAndALaterAwardDeclined() {
    callIsPrepared(1);
    say(new Say.Bid(JOB, null, null, null, null, "", ""));
    var bid = anna.state.memory().findBid(JOB).orElseThrow();
    assertThat(say(new Say.Refuse(JOB, "the printer is needed"))).isEqualTo(Answer.DONE);
    assertThat(anna.told(Seen.Refusal.class)).hasSize(1);
    anna.instruct(award("o-1.1.0.1", 1, bid.readyBy(), false));
    assertThat(anna.told(Seen.Decline.class)).hasSize(1);
    anna.restart(0);
    assertThat(anna.state.memory().findBid(JOB)).isEmpty();
  }

  @Test
  void lateAndCannotAreToldOnceAndTheRunComesFirst() {
    anna = new Rehearsal();
    var lot = acceptedLot(2);
    var day = NOON.plus(Duration.ofDays(9));
    assertThat(say(new Say.Late(lot, day, "the belt"))).isEqualTo(Answer.DONE);
    assertThat(anna.told(Seen.LotDelayed.class))
        .containsExactly(new Seen.LotDelayed(lot, day, "the belt"));
    anna.confirm(PRINTER);
    var run = anna.machineTakes(PRINTER);
    assertRefused(new Say.Cannot(lot, "the belt"), "Cancel that run first");
    anna.over(run, new RunEnd.Completed(1234));
    assertThat(say(new Say.Cannot(lot, "the belt"))).isEqualTo(Answer.DONE);
    assertThat(anna.told(Seen.LotReturned.class))
        .containsExactly(new Seen.LotReturned(lot, 1, "the belt"));
    assertRefused(new Say.Cannot(lot, "the belt"), "Expected a lot");
  }

  @Test
  void madePiecesAreCheckedReadyHandedOverAndPaid() {
    anna = new Rehearsal();
    var lot = acceptedLot(1);
    assertRefused(new Say.Ready(lot), "is not made yet: 0 of 1 pieces");
    anna.confirm(PRINTER);
    anna.over(anna.machineTakes(PRINTER), new RunEnd.Completed(1234));
    var bore = List.of(new Measured("bore", 8.02));
    assertThat(say(new Say.Checked(lot, 1, bore))).isEqualTo(Answer.DONE);
    assertThat(say(new Say.Ready(lot))).isEqualTo(Answer.DONE);
    assertThat(say(new Say.HandedOver(lot, Handing.COUNTER, "4711"))).isEqualTo(Answer.DONE);
    assertThat(say(new Say.Paid(lot))).isEqualTo(Answer.DONE);
    assertThat(anna.told(Seen.PiecesChecked.class))
        .containsExactly(new Seen.PiecesChecked(lot, 1, bore));
    assertThat(anna.told(Seen.PaymentReceived.class)).hasSize(1);
  }

  @Test
  void whatTheCoordinatorDoesNotTakeIsToldAndCanBeSaidAgain() {
    anna = new Rehearsal();
    var lot = acceptedLot(1);
    anna.confirm(PRINTER);
    anna.over(anna.machineTakes(PRINTER), new RunEnd.Completed(1234));
    say(new Say.Checked(lot, 1, List.of()));
    say(new Say.Ready(lot));
    say(new Say.Paid(lot));
    say(new Say.HandedOver(lot, Handing.COUNTER, "0815"));
    var wrong = new Instruction.Notice(lot, "report/1", true, "That is not the pickup code.");
    anna.instruct(wrong);
    anna.instruct(wrong);
    assertThat(anna.state.memory().notices()).hasSize(1);
    var there = onTheShelf(lot);
    assertThat(there.stage()).isEqualTo(MadeLot.Stage.READY);
    assertThat(there.paid()).isTrue();
    assertThat(say(new Say.HandedOver(lot, Handing.COUNTER, "4711"))).isEqualTo(Answer.DONE);
    assertThat(anna.told(Seen.PiecesHandedOver.class)).hasSize(2);
    anna.restart(0);
    assertThat(anna.state.memory().notices().getFirst().words()).contains("not the pickup code");
    assertThat(onTheShelf(lot).gone()).isTrue();
  }

  private MadeLot onTheShelf(LotId lot) {
    return java.util.Objects.requireNonNull(anna.state.memory().shelf().get(lot));
  }

  @Test
  void aPaymentThatIsNotTakenMovesNoPieces() {
    anna = new Rehearsal();
    var lot = acceptedLot(1);
    anna.confirm(PRINTER);
    anna.over(anna.machineTakes(PRINTER), new RunEnd.Completed(1234));
    say(new Say.Checked(lot, 1, List.of()));
    say(new Say.Paid(lot));
    anna.instruct(new Instruction.Notice(lot, "report/2", true, "Nothing is owed yet."));
    var there = onTheShelf(lot);
    assertThat(there.stage()).isEqualTo(MadeLot.Stage.CHECKED);
    assertThat(there.paid()).isFalse();
  }

  @Test
  void aPersonBidsOtherwiseWhileTheCallIsOpenAndTheLaterBidCounts() {
    anna = new Rehearsal();
    callIsPrepared(3);
    assertThat(
            say(new Say.Bid(JOB, null, 2, new java.math.BigDecimal("4.20"), null, "", "in blue")))
        .isEqualTo(Answer.DONE);
    assertThat(anna.told(Seen.Bid.class)).hasSize(2);
    assertThat(anna.state.memory().bids()).hasSize(1);
    assertThat(anna.workshop.answered(anna.state).getFirst().words())
        .startsWith("2 of 3 on mk3")
        .contains("for 4.20 EUR");
    anna.now = anna.now.plusSeconds(60);
    assertRefused(new Say.Bid(JOB, null, 1, null, null, "", ""), "has been answered or is over");
  }

  @Test
  void theSameWordTwiceIsToldOnce() {
    anna = new Rehearsal();
    var lot = acceptedLot(2);
    var late = new Say.Late(lot, NOON.plus(Duration.ofDays(9)), "the belt");
    assertThat(say(late)).isEqualTo(Answer.DONE);
    anna.restart(0);
    assertRefused(late, "told last");
    assertThat(say(new Say.Made(lot))).isEqualTo(Answer.DONE);
    assertThat(say(new Say.Checked(lot, 2, List.of()))).isEqualTo(Answer.DONE);
    assertRefused(new Say.Checked(lot, 2, List.of()), "has been said");
    assertThat(say(new Say.Paid(lot))).isEqualTo(Answer.DONE);
    assertRefused(new Say.Paid(lot), "has been said");
    assertThat(anna.told(Seen.LotMade.class)).hasSize(1);
    assertThat(anna.told(Seen.PaymentReceived.class)).hasSize(1);
  }

  @Test
  void threeOfFiveThatAreDoneGoOutAndTheRestGoesBack() {
    anna = new Rehearsal();
    var lot = acceptedLot(5);
    assertRefused(new Say.Cannot(lot, "it broke", 5), "0 to 4 pieces");
    assertThat(say(new Say.Cannot(lot, "it broke", 3))).isEqualTo(Answer.DONE);
    assertThat(anna.told(Seen.LotReturned.class))
        .containsExactly(new Seen.LotReturned(lot, 3, "it broke"));
    assertRefused(new Say.Checked(lot, 4, List.of()), "1 to 3 good pieces");
    assertThat(say(new Say.Checked(lot, 3, List.of()))).isEqualTo(Answer.DONE);
    anna.restart(0);
    assertThat(say(new Say.Ready(lot))).isEqualTo(Answer.DONE);
  }

  @Test
  void aRunThatWasAskedForDoesNotBeginAfterTheLotIsGone() {
    anna = new Rehearsal();
    var lot = acceptedLot(1);
    anna.confirm(PRINTER);
    say(new Say.Cannot(lot, "it broke"));
    anna.machineTakes(PRINTER);
    assertThat(anna.effects(Effect.LetRunBegin.class)).isEmpty();
    assertThat(anna.effects(Effect.ForbidRun.class)).hasSize(1);
  }

  @Test
  void whatIsCriticalIsMeasuredAndMeets() {
    anna = new Rehearsal();
    callIsPrepared(1);
    var bore = new org.vicinal.messages.work.CriticalDimension("bore", 8, 0.05);
    var any = org.vicinal.messages.work.Quality.ANY;
    var quality =
        new org.vicinal.messages.work.Quality(
            any.tolerance(), false, 0, any.finishes(), List.of(bore));
    var lot = LotId.parse("o-1.1.0.1");
    anna.instruct(
        new Instruction.Award(
            lot,
            "a part",
            print(50).with(quality),
            List.of(HOOK),
            1,
            Price.GIFT,
            anna.now.plusSeconds(60),
            NOON.plus(Duration.ofDays(1)),
            false));
    anna.delivered();
    say(new Say.Made(lot));
    assertRefused(new Say.Checked(lot, 1, List.of()), "bore 8.00");
    assertRefused(new Say.Checked(lot, 1, List.of(new Measured("bore", 8.2))), "not good");
    assertThat(say(new Say.Checked(lot, 1, List.of(new Measured("Bore", 8.02)))))
        .isEqualTo(Answer.DONE);
  }

  @Test
  void aBurstOfCallsIsAnsweredAndBounded() {
    anna = new Rehearsal();
    for (int i = 0; i < 1000; i++) {
      anna.call("o-%d.1".formatted(i), 1, print(i % 2 == 0 ? 400 : 50), HOOK);
    }
    assertThat(anna.state.memory().calls()).hasSize(200);
    assertThat(anna.told(Seen.Refusal.class)).hasSize(800);
    assertThat(anna.effects(Effect.Fetch.class)).hasSize(1);
    anna.fileIsGood(HOOK, PRINTER);
    for (int i = 0; i < 30; i++) {
      anna.hear(WorkshopInput.ClockTicked::new);
    }
    assertThat(anna.told(Seen.Bid.class)).hasSize(200);
  }

  @Test
  void afterTheFirstPieceTheCustomerIsWaitedForAlsoAfterARestart() {
    anna = new Rehearsal();
    callIsPrepared(3);
    anna.instruct(award("o-1.1.0.1", 3, NOON.plus(Duration.ofDays(1)), true));
    anna.delivered();
    var lot = LotId.parse("o-1.1.0.1");
    anna.confirm(PRINTER);
    anna.over(anna.machineTakes(PRINTER), new RunEnd.Completed(1234));
    anna.confirm(PRINTER);
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(1);
    assertThat(anna.told(Seen.Waiting.class).getLast().what()).contains("the customer looks at it");
    anna.restart(0);
    anna.fileIsGood(HOOK, PRINTER);
    anna.condition(PRINTER, org.vicinal.agent.machine.Condition.READY);
    assertThat(anna.effects(Effect.StartRun.class)).isEmpty();
    anna.instruct(new Instruction.GoOn(lot));
    anna.confirm(PRINTER);
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(1);
  }

  @Test
  void piecesWantedTogetherAreNotHalved() {
    anna = new Rehearsal();
    var soon = NOON.plus(Duration.ofMinutes(30)); // one of three would be ready
    hear(3, soon, new Conditions(Handover.PICKUP, false, NOON.plusSeconds(600)));
    assertThat(anna.told(Seen.Bid.class).getFirst().pieces()).isEqualTo(1);
    anna = new Rehearsal();
    hear(3, soon, new Conditions(Handover.PICKUP, true, NOON.plusSeconds(600)));
    assertThat(anna.told(Seen.Bid.class).getFirst().pieces()).isEqualTo(3);
    assertThat(anna.told(Seen.Bid.class).getFirst().readyBy()).isAfter(soon);
  }

  @Test
  void everyLineOfThePriceIsInTheBook() {
    var trade = new Trade(Price.Unit.MONEY, 2000, 10, 20, 50, "in cash", 400L, Set.of(), false);
    anna = new Rehearsal(trade);
    hear(
        2,
        NOON.plus(Duration.ofDays(2)),
        new Conditions(Handover.DELIVERY, false, NOON.plusSeconds(600)));
    var bid = anna.told(Seen.Bid.class).getFirst();
    assertThat(bid.price().lines().stream().map(line -> line.what() + " = " + line.minorUnits()))
        .containsExactly(
            "20 min of mk3 at 3.00 EUR an hour = 100",
            "40 g of PLA at 25.00 EUR a kg = 100",
            "10 min of hand work at 20.00 EUR an hour = 333",
            "setting up = 50",
            "10 % for pieces that fail = 58",
            "bringing it = 400",
            "20 % tax = 208");
    assertThat(bid.price().payment()).isEqualTo(new Payment(208, 625, "in cash"));
    assertThat(bid.price().wrong()).isEmpty();
    assertThat(bid.offering()).isEqualTo(new Offering("", Handover.DELIVERY, Set.of(), ""));
  }

  private void callIsPrepared(int pieces) {
    anna.call("o-1.1", pieces, print(50), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
  }

  private void hear(int pieces, Instant wanted, Conditions conditions) {
    var call =
        new Call(
            JOB,
            1,
            "a part",
            print(50),
            List.of(HOOK),
            pieces,
            wanted,
            anna.now.plusSeconds(8),
            List.of(Rehearsal.ANNA),
            conditions);
    anna.hear(at -> new WorkshopInput.CallHeard(at, "calls-0", 0, call));
    anna.fileIsGood(HOOK, PRINTER);
  }

  private LotId acceptedLot(int pieces) {
    callIsPrepared(pieces);
    var lot = anna.award("o-1.1", 1, pieces);
    anna.delivered();
    return lot;
  }

  private Instruction.Award award(String lot, int pieces, Instant readyBy, boolean firstPiece) {
    return new Instruction.Award(
        LotId.parse(lot),
        "a part",
        print(50),
        List.of(HOOK),
        pieces,
        Price.GIFT,
        anna.now.plusSeconds(60),
        readyBy,
        firstPiece);
  }

  private Answer say(Say say) {
    anna.effects.removeIf(Effect.Reply.class::isInstance);
    anna.hear(at -> new WorkshopInput.PersonSaid(at, 7, "Ana", say));
    return anna.effects(Effect.Reply.class).getFirst().answer();
  }

  private void assertRefused(Say say, String words) {
    assertThat(say(say))
        .isInstanceOfSatisfying(
            Answer.Refused.class, it -> assertThat(it.reason()).contains(words));
  }
}
