package org.vicinal.coordinator.wiring;

import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.community.CommunityEvent;
import org.vicinal.coordinator.consent.ConsentEvent;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.DealEvent;
import org.vicinal.coordinator.deal.Heard;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.design.DesignEvent;
import org.vicinal.coordinator.job.Called;
import org.vicinal.coordinator.job.JobCommand;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.job.Source;
import org.vicinal.coordinator.notice.NoticeEvent;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.quarantine.QuarantineEvent;
import org.vicinal.coordinator.talk.TalkEvent;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;

/** Which event leads to which command, which report is which command, what is told to whom. */
public final class Wiring {
  private static final int LONGEST_REASON = 500; // characters; what a person wants to read

  private Wiring() {}

  /** The commands that follow from {@code event}; their ids are the event's with an index. */
  public static List<Submitted<?>> react(Occurred<?> event) {
    return switch (event.event()) {
      case OrderEvent order -> reactTo(event, order);
      case JobEvent job -> reactTo(event, job);
      case DealEvent deal -> follow(event, DealLines.toJob(deal));
      case WorkshopEvent _,
          DesignEvent _,
          CommunityEvent _,
          ConsentEvent _,
          TalkEvent _,
          NoticeEvent _,
          QuarantineEvent _ ->
          List.of();
      case Event other -> throw new IllegalArgumentException("Unknown event " + other);
    };
  }

  private static List<Submitted<?>> reactTo(Occurred<?> cause, OrderEvent event) {
    return switch (event) {
      case OrderEvent.OrderConfirmed it ->
          follow(
              cause, List.of(new JobCommand.OpenJob(it.job(), it.order(), it.wish(), it.rules())));
      case OrderEvent.OrderCancelled it ->
          follow(
              cause,
              it.jobs().stream().map(job -> new JobCommand.WithdrawJob(job, it.reason())).toList());
      case OrderEvent.OrderPlaced _,
          OrderEvent.OrderCompleted _,
          OrderEvent.OrderUnmade _,
          OrderEvent.OrderExpired _ ->
          List.of();
    };
  }

  private static List<Submitted<?>> reactTo(Occurred<?> cause, JobEvent event) {
    return switch (event) {
      case JobEvent.JobMade it ->
          follow(
              cause,
              List.of(
                  new OrderCommand.NoteJobEnded(
                      it.order(), it.job(), OrderCommand.JobEnding.MADE, it.pieces(), "", "")));
      case JobEvent.JobUnmade it ->
          follow(
              cause,
              List.of(
                  new OrderCommand.NoteJobEnded(
                      it.order(),
                      it.job(),
                      OrderCommand.JobEnding.UNMADE,
                      it.made(),
                      it.reason(),
                      it.help())));
      default -> follow(cause, DealLines.fromJob(event, cause.at()));
    };
  }

  private static List<Submitted<?>> follow(Occurred<?> cause, List<? extends Command> commands) {
    var all = new java.util.ArrayList<Submitted<?>>();
    for (var command : commands) {
      all.add(new Submitted<>(cause.id() + "/" + all.size(), new Asker.Coordinator(), command));
    }
    return List.copyOf(all);
  }

  /**
   * The command that a report is; empty for a signal, which only those who watch want.
   *
   * @param sender by the name of the topic, whatever the report says of itself
   */
  public static Optional<Submitted<?>> fromReport(WorkshopId sender, Report report) {
    var from = new Source(sender, report.epoch(), report.sequence());
    Command command =
        switch (report.seen()) {
          case Seen.Presence it ->
              new WorkshopCommand.DescribeMachines(
                  sender,
                  from.epoch(),
                  from.sequence(),
                  it.version(),
                  it.machines(),
                  it.capacity());
          case Seen.Bid it ->
              new JobCommand.PlaceBid(
                  from,
                  it.job(),
                  it.round(),
                  it.machine(),
                  it.pieces(),
                  it.secondsPerPiece(),
                  it.readyBy(),
                  it.price(),
                  it.offering());
          case Seen.Refusal it ->
              new JobCommand.RefuseCall(from, it.job(), it.round(), clip(it.reason()));
          case Seen.Acceptance it -> new JobCommand.AcceptLot(from, it.lot());
          case Seen.Decline it -> new JobCommand.DeclineLot(from, it.lot(), clip(it.reason()));
          case Seen.RunStarted it ->
              new JobCommand.NoteRunStarted(
                  from, it.lot(), it.run(), it.machine(), it.program(), it.piece());
          case Seen.RunEnded it ->
              new JobCommand.NoteRunEnded(
                  from,
                  it.lot(),
                  it.run(),
                  it.machine(),
                  it.ending(),
                  it.line(),
                  clip(it.reason()));
          case Seen.LotMade it -> new JobCommand.NoteLotMade(from, it.lot(), it.pieces());
          case Seen.LotDelayed it ->
              new JobCommand.DelayLot(from, it.lot(), it.readyBy(), clip(it.reason()));
          case Seen.LotReturned it ->
              new JobCommand.NoteLotReturned(from, it.lot(), it.piecesMade(), clip(it.reason()));
          case Seen.LotKnown it ->
              new JobCommand.ReconcileLot(
                  from,
                  it.lot(),
                  it.generation(),
                  it.standing(),
                  it.pieces(),
                  it.piecesMade(),
                  it.readyBy());
          case Seen.Waiting _, Seen.Progress _ -> null;
          case Seen.PiecesChecked it ->
              new DealCommand.CheckPieces(it.lot(), it.pieces(), it.measured(), heard(from));
          case Seen.PiecesReady it -> new DealCommand.ReadyPieces(it.lot());
          case Seen.PiecesHandedOver it ->
              new DealCommand.HandOverPieces(it.lot(), it.by(), it.mark(), heard(from));
          case Seen.PaymentReceived it -> new DealCommand.TickReceived(it.lot());
        };
    if (command == null) {
      return Optional.empty();
    }
    var id = Undone.REPORT + "%s/%d/%d".formatted(sender, report.epoch(), report.sequence());
    return Optional.of(new Submitted<>(id, new Asker.Workshop(sender), command));
  }

  private static Heard heard(Source from) {
    return new Heard(from.epoch(), from.sequence());
  }

  private static String clip(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  /** What workshops are told because of {@code event}. */
  public static List<Outgoing> outgoing(Occurred<?> event) {
    return switch (event.event()) {
      case JobEvent.RingCalled it -> List.of(new Outgoing.ToCalls(it.place(), callOf(it)));
      case JobEvent.LotAwarded it ->
          List.of(
              new Outgoing.ToWorkshop(
                  it.workshop(),
                  new Instruction.Award(
                      it.lot(),
                      it.title(),
                      it.requirement(),
                      it.files(),
                      it.pieces(),
                      it.price(),
                      it.acceptBy(),
                      it.readyBy(),
                      it.firstPiece())));
      case JobEvent.LotLapsed it ->
          withdrawal(it.workshop(), it.lot(), "it was not accepted by " + it.acceptBy());
      case JobEvent.LotWithdrawn it -> withdrawal(it.workshop(), it.lot(), it.reason());
      case JobEvent.LotRefused it -> withdrawal(it.workshop(), it.lot(), it.why());
      case DealEvent.FirstPieceAccepted it ->
          List.of(new Outgoing.ToWorkshop(it.workshop(), new Instruction.GoOn(it.lot())));
      case DealEvent.CodeWrong it -> Undone.told(event, it);
      case DealEvent.GateMissed it -> Undone.told(event, it);
      case JobEvent.LotInterrupted it ->
          withdrawal(it.from().workshop(), it.lot(), "a run broke off: " + it.reason());
      case JobEvent.ClaimRefused it -> withdrawal(it.from().workshop(), it.lot(), it.why());
      default -> List.of(); // everything else is read by views
    };
  }

  private static Call callOf(JobEvent.RingCalled it) {
    return new Call(
        it.job(),
        it.round(),
        it.title(),
        it.requirement(),
        it.files(),
        it.pieces(),
        it.wanted(),
        it.closesAt(),
        it.called().stream().map(Called::workshop).toList(),
        it.conditions());
  }

  private static List<Outgoing> withdrawal(WorkshopId workshop, LotId lot, String reason) {
    return List.of(new Outgoing.ToWorkshop(workshop, new Instruction.Withdrawal(lot, reason)));
  }
}
