package org.vicinal.coordinator.wiring;

import static org.vicinal.coordinator.decide.Things.ANA;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.HOOK;
import static org.vicinal.coordinator.decide.Things.MILL_ROAD;
import static org.vicinal.coordinator.decide.Things.MK3;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.PROGRAM;
import static org.vicinal.coordinator.decide.Things.RULES;
import static org.vicinal.coordinator.decide.Things.SQUARE;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;
import static org.vicinal.coordinator.decide.Things.euros;
import static org.vicinal.coordinator.decide.Things.printer;
import static org.vicinal.coordinator.decide.Things.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vicinal.coordinator.community.CommunityCommand;
import org.vicinal.coordinator.community.CommunityEvent;
import org.vicinal.coordinator.consent.ConsentCommand;
import org.vicinal.coordinator.consent.ConsentEvent;
import org.vicinal.coordinator.consent.Sharer;
import org.vicinal.coordinator.consent.Showing;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Share;
import org.vicinal.coordinator.design.DesignCommand;
import org.vicinal.coordinator.design.DesignEvent;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.job.Bid;
import org.vicinal.coordinator.job.Called;
import org.vicinal.coordinator.job.JobCommand;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.job.NearMiss;
import org.vicinal.coordinator.job.Pick;
import org.vicinal.coordinator.job.Source;
import org.vicinal.coordinator.job.Weighed;
import org.vicinal.coordinator.notice.Channel;
import org.vicinal.coordinator.notice.Matter;
import org.vicinal.coordinator.notice.NoticeCommand;
import org.vicinal.coordinator.notice.NoticeEvent;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.quarantine.QuarantineCommand;
import org.vicinal.coordinator.quarantine.QuarantineEvent;
import org.vicinal.coordinator.quarantine.Suspect;
import org.vicinal.coordinator.talk.TalkCommand;
import org.vicinal.coordinator.talk.TalkEvent;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.fit.Shortfall;
import org.vicinal.messages.id.CommunityId;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Payment;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Size;

/** One example of every command and every event. */
final class Examples {
  private static final OrderId ORDER = new OrderId("o-7");
  private static final JobId JOB = new JobId("o-7-1");
  private static final LotId LOT = new LotId(JOB, 0, 2);
  private static final RunId RUN = new RunId("r-1");
  private static final Source FROM = new Source(WEIR_LANE, 1, 7);
  private static final CommunityId HOME = new CommunityId("home");
  private static final NearMiss MISS =
      new NearMiss(
          MILL_ROAD, 700, MK3, List.of(new Shortfall("bed width (x)", "300 mm", "250 mm", 6)), 50);
  private static final Release RELEASE =
      new Release(
          ReleaseRef.parse("coat-hook@1.0"),
          "Coat hook",
          "CERN-OHL-S-2.0",
          ANA,
          "Holds a wet coat.",
          HOOK,
          List.of(PROGRAM));

  private Examples() {}

  static List<Command> commands() {
    var all = new ArrayList<>(DealExamples.commands());
    all.addAll(ownCommands());
    return all;
  }

  static List<Event> events() {
    var all = new ArrayList<>(DealExamples.events());
    all.addAll(ownEvents());
    return all;
  }

  private static List<Command> ownCommands() {
    return List.of(
        new OrderCommand.PlaceOrder(ORDER, wish(2), "c2VhbGVk", true, RULES),
        new OrderCommand.ConfirmOrder(ORDER),
        new OrderCommand.CancelOrder(ORDER, "changed my mind"),
        new OrderCommand.NoteJobEnded(
            ORDER, JOB, OrderCommand.JobEnding.UNMADE, 1, "Nobody can.", "A larger bed."),
        new OrderCommand.WakeOrder(ORDER),
        new JobCommand.OpenJob(JOB, ORDER, wish(2), RULES),
        new JobCommand.PlaceBid(FROM, JOB, 1, MK3, 2, 1800.5, EVENING, euros(400)),
        new JobCommand.RefuseCall(FROM, JOB, 1, "busy until Friday"),
        new JobCommand.AcceptLot(FROM, LOT),
        new JobCommand.DeclineLot(FROM, LOT, "the spool ran out"),
        new JobCommand.NoteRunStarted(FROM, LOT, RUN, MK3, PROGRAM.digest(), 1),
        new JobCommand.NoteRunEnded(
            FROM, LOT, RUN, MK3, Seen.Ending.INTERRUPTED, 120, "the cable was pulled"),
        new JobCommand.NoteLotMade(FROM, LOT, 2),
        new JobCommand.DelayLot(FROM, LOT, EVENING, "the spool ran out"),
        new JobCommand.ChooseBids(JOB, List.of(new Pick(WEIR_LANE, 2))),
        new JobCommand.NoteLotReturned(FROM, LOT, 1, "the nozzle clogged"),
        new JobCommand.ReconcileLot(FROM, LOT, 1, Seen.Standing.RUNNING, 2, 1, EVENING),
        new JobCommand.TakeBackLot(LOT, "I cannot wait"),
        new JobCommand.RemakeLot(LOT, 1, DealExamples.AGAIN, true, "the first piece was not good"),
        new JobCommand.WithdrawJob(JOB, "changed my mind"),
        new JobCommand.WakeJob(JOB),
        new WorkshopCommand.EnrolWorkshop(WEIR_LANE, "Weir Lane", SQUARE),
        new WorkshopCommand.ConfirmProvisioned(WEIR_LANE),
        new WorkshopCommand.DescribeMachines(
            WEIR_LANE, 1, 1, "0.1.0", List.of(printer(new Size(250, 210, 200))), null),
        new WorkshopCommand.ReviseWorkshop(WEIR_LANE, "Weir Lane Makers", SQUARE),
        new WorkshopCommand.LeaveWorkshop(WEIR_LANE, "moving house"),
        new WorkshopCommand.ConfirmRemoved(WEIR_LANE),
        new WorkshopCommand.WakeWorkshop(WEIR_LANE),
        new ConsentCommand.ChooseShowing(
            Sharer.of(ANA), new Showing(Showing.Coarseness.REGION, true)),
        new ConsentCommand.WakeConsent(Sharer.of(ANA)),
        new TalkCommand.SayWords(ORDER, WEIR_LANE, "m-1", "c2VhbGVk", List.of()),
        new TalkCommand.WakeTalk(ORDER),
        new NoticeCommand.AskNotices(
            ORDER, "c2VhbGVk", List.of(Channel.MAIL), List.of(Matter.LATE, Matter.READY)),
        new NoticeCommand.SuggestNotice(ORDER, "c-9/0", Matter.READY, "Ready at weir-lane"),
        new NoticeCommand.NoteSent(ORDER, "c-9/0/mail"),
        new NoticeCommand.NoteUnsent(ORDER, "c-9/0/mail", 1, "the mail server is away", false),
        new NoticeCommand.WakeNotices(ORDER),
        new QuarantineCommand.HoldSuspect(Suspect.of(PROGRAM.digest()), "it shows a person"),
        new QuarantineCommand.ReleaseSuspect(Suspect.of(PROGRAM.digest()), "it was another file"),
        new QuarantineCommand.RemoveSuspect(Suspect.of(PROGRAM.digest()), "the person wants it"),
        new QuarantineCommand.WakeQuarantine(Suspect.of(RELEASE.ref().design())),
        new DesignCommand.PublishRelease(RELEASE),
        new DesignCommand.WarnRelease(RELEASE.ref(), "the screws are M4, not M3"),
        new DesignCommand.WithdrawRelease(RELEASE.ref(), "it breaks under a wet coat"),
        new DesignCommand.OfferFork(
            RELEASE.ref().design(),
            ReleaseRef.parse("wide-hook@1.1"),
            new PersonId("p-bea"),
            "two screws"),
        new DesignCommand.DeclineFork(
            RELEASE.ref().design(), ReleaseRef.parse("wide-hook@1.1"), "it needs a larger bed"),
        new DesignCommand.WakeDesign(new DesignId("coat-hook")),
        new CommunityCommand.EnactRules(HOME, RULES.asVersion(1), "we want to know sooner"),
        new CommunityCommand.WakeCommunity(HOME));
  }

  private static List<Event> ownEvents() {
    return List.of(
        new OrderEvent.OrderPlaced(ORDER, wish(2), "c2VhbGVk", RULES, EVENING),
        new OrderEvent.OrderConfirmed(ORDER, JOB, wish(2), RULES),
        new OrderEvent.OrderCancelled(ORDER, List.of(JOB), "changed my mind"),
        new OrderEvent.OrderCompleted(ORDER, 2),
        new OrderEvent.OrderUnmade(ORDER, 1, 2, "Nobody can.", "A larger bed."),
        new OrderEvent.OrderExpired(ORDER, EVENING),
        new JobEvent.JobOpened(JOB, ORDER, wish(2), RULES),
        new JobEvent.RingSkipped(
            JOB, 1, RULES.rings().getFirst(), "no workshop is there", List.of(MISS)),
        called(),
        new JobEvent.BidPlaced(
            FROM, JOB, 1, 400, MK3, 2, 1800.5, EVENING, euros(400), true, null, null),
        new JobEvent.CallRefused(FROM, JOB, 1, "busy until Friday"),
        new JobEvent.TenderClosed(JOB, 1, "all 2 have answered"),
        new JobEvent.BidsWeighed(
            JOB,
            1,
            Choosing.Rule.CHEAPEST,
            List.of("rule: the cheapest", "2 pieces are missing, 1 handover allowed"),
            List.of(new Weighed(WEIR_LANE, 2, List.of("200.0 minor units a piece")))),
        new JobEvent.BidsOffered(JOB, 1, List.of(counter()), EVENING, "the nearest gets it", false),
        new JobEvent.BidsChosen(JOB, List.of(new Pick(WEIR_LANE, 2))),
        new JobEvent.OfferEnded(JOB, "nobody chose by 2026-05-01 18:00 UTC"),
        awarded(),
        new JobEvent.LotAccepted(FROM, LOT),
        new JobEvent.LotDeclined(FROM, LOT, "the spool ran out"),
        new JobEvent.LotLapsed(LOT, WEIR_LANE, NOON),
        new JobEvent.RunStarted(FROM, LOT, RUN, MK3, PROGRAM.digest(), 1),
        new JobEvent.RunEnded(
            FROM, LOT, RUN, MK3, Seen.Ending.INTERRUPTED, 120, "the cable was pulled"),
        new JobEvent.LotMade(FROM, LOT, 2),
        new JobEvent.LotDelayed(FROM, LOT, EVENING, "the spool ran out"),
        new JobEvent.LotReturned(FROM, LOT, 1, 1, "the nozzle clogged"),
        new JobEvent.LotInterrupted(FROM, LOT, 1, 1, "the cable was pulled"),
        new JobEvent.LotLate(LOT, WEIR_LANE, NOON, EVENING),
        new JobEvent.LotWithdrawn(LOT, WEIR_LANE, "changed my mind", 0),
        new JobEvent.LotRefused(LOT, WEIR_LANE, 1, "the first piece was not good"),
        new JobEvent.SurplusMade(FROM, LOT, 1, "it was withdrawn"),
        new JobEvent.LotReconciled(FROM, LOT, Seen.Standing.RUNNING, 2, 1, EVENING),
        new JobEvent.ClaimRefused(FROM, LOT, 2, "a run has started", "it was withdrawn"),
        new JobEvent.SearchEnded(JOB, 1, "Nobody can.", "A larger bed."),
        new JobEvent.JobMade(JOB, ORDER, 2),
        new JobEvent.JobUnmade(JOB, ORDER, 1, 2, "Nobody can.", "A larger bed."),
        new JobEvent.JobWithdrawn(JOB, ORDER, "changed my mind", null),
        new WorkshopEvent.WorkshopEnrolled(WEIR_LANE, "Weir Lane", SQUARE, EVENING),
        new WorkshopEvent.WorkshopProvisioned(WEIR_LANE, "Weir Lane", SQUARE),
        new WorkshopEvent.MachinesDescribed(
            WEIR_LANE, 1, 1, "0.1.0", List.of(printer(new Size(250, 210, 200))), null),
        new WorkshopEvent.WorkshopRevised(WEIR_LANE, "Weir Lane Makers", SQUARE),
        new WorkshopEvent.WorkshopLeaving(WEIR_LANE, "moving house"),
        new WorkshopEvent.RemovalDue(WEIR_LANE, 2),
        new WorkshopEvent.WorkshopRemoved(WEIR_LANE),
        new DesignEvent.ReleasePublished(RELEASE),
        new DesignEvent.ForkOffered(
            RELEASE.ref().design(),
            ReleaseRef.parse("wide-hook@1.1"),
            new PersonId("p-bea"),
            "two screws"),
        new DesignEvent.ForkDeclined(
            RELEASE.ref().design(), ReleaseRef.parse("wide-hook@1.1"), "it needs a larger bed"),
        new DesignEvent.ReleaseWarned(RELEASE.ref(), "the screws are M4, not M3"),
        new DesignEvent.ReleaseWithdrawn(RELEASE.ref(), "it breaks under a wet coat"),
        new CommunityEvent.RulesEnacted(HOME, RULES.asVersion(1), ANA, "we want to know sooner"),
        new TalkEvent.WordsSaid(ORDER, WEIR_LANE, "m-1", "c2VhbGVk", List.of()),
        new NoticeEvent.NoticesAsked(
            ORDER, "c2VhbGVk", List.of(Channel.MAIL), List.of(Matter.LATE, Matter.READY)),
        new NoticeEvent.NoticeHeld(ORDER, "c-9/0", Matter.READY, "Ready at weir-lane"),
        new NoticeEvent.NoticeDue(
            ORDER,
            "c-9/0/mail",
            Channel.MAIL,
            Matter.READY,
            List.of("c-9/0"),
            List.of("Ready at weir-lane"),
            1,
            EVENING),
        new NoticeEvent.NoticeSent(ORDER, "c-9/0/mail"),
        new NoticeEvent.NoticeDelayed(ORDER, "c-9/0/mail", 1, "the mail server is away", EVENING),
        new NoticeEvent.NoticeGivenUp(ORDER, "c-9/0/mail", "the mail server is away"),
        new QuarantineEvent.SuspectHeld(Suspect.of(RELEASE.ref().design()), "it breaks"),
        new QuarantineEvent.SuspectReleased(Suspect.of(RELEASE.ref().design()), "it holds"),
        new QuarantineEvent.SuspectRemoved(Suspect.of(PROGRAM.digest()), "it shows a person"),
        new ConsentEvent.ShowingChosen(
            Sharer.of(ANA), new Showing(Showing.Coarseness.REGION, true)));
  }

  private static JobEvent called() {
    return new JobEvent.RingCalled(
        JOB,
        1,
        1,
        RULES.rings().getFirst(),
        "what can be done in the quarter is done in the quarter",
        List.of(new Called(WEIR_LANE, 400)),
        List.of(MISS),
        "Coat hook",
        HOOK,
        List.of(PROGRAM),
        2,
        EVENING,
        NOON,
        SQUARE,
        null);
  }

  private static Bid counter() {
    return new Bid(
        FROM,
        1,
        400,
        MK3,
        2,
        1800.5,
        EVENING,
        new Price(
            "EUR",
            List.of(
                new Price.Line("machine and material", 400),
                new Price.Line("setting up", 100, Price.Per.LOT)),
            Price.Unit.MONEY,
            new Payment(80, 0, "in cash at the counter")),
        new Offering("PETG", Handover.DELIVERY, Set.of(Purpose.FOOD), "white only"),
        List.of("made of PETG, not PLA"),
        new Share(2.5, 3),
        0);
  }

  private static JobEvent awarded() {
    return new JobEvent.LotAwarded(
        LOT,
        WEIR_LANE,
        400,
        MK3,
        "Coat hook",
        HOOK,
        List.of(PROGRAM),
        2,
        euros(400),
        NOON,
        EVENING,
        "the only bid that is ready in time",
        null,
        false,
        null);
  }
}
