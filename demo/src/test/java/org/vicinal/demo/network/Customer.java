package org.vicinal.demo.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.vicinal.coordinator.deal.Deal;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.deal.DealState;
import org.vicinal.coordinator.deal.Remedy;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.job.JobCommand;
import org.vicinal.coordinator.job.JobState;
import org.vicinal.coordinator.job.Pick;
import org.vicinal.coordinator.notice.Channel;
import org.vicinal.coordinator.notice.Matter;
import org.vicinal.coordinator.notice.NoticeCommand;
import org.vicinal.coordinator.order.Choosing;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.coordinator.wiring.InMemoryCoordinator;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Terms;

/**
 * Somebody who wishes for anything that may be wished for, and looks after it when they feel so.
 */
final class Customer {
  static final PersonId ANA = new PersonId("p-ana");
  private static final Place SQUARE = new Place(50.93, 6.96);
  private static final List<Purpose> PURPOSES =
      List.of(Purpose.ORDINARY, Purpose.FOOD, Purpose.SKIN);
  private final RandomGenerator random;

  Customer(RandomGenerator random) {
    this.random = random;
  }

  /** Any part, and any way to choose who makes it. */
  Wish wish(Instant now) {
    boolean milled = random.nextInt(3) == 0;
    int pieces = 1 + random.nextInt(4);
    return new Wish(
        ANA,
        "A part",
        null,
        forAnything(
            milled ? Parts.MILLED : random.nextInt(5) == 0 ? Parts.printed(400) : Parts.PRINTED),
        List.of(milled ? Parts.TRAY : Parts.HOOK),
        pieces,
        now.plus(Duration.ofMinutes(10 + random.nextInt(120))),
        SQUARE,
        random.nextInt(4) == 0 ? null : choosing(pieces));
  }

  private Requirement forAnything(Requirement part) {
    return random.nextInt(4) == 0
        ? part.with(new Terms(Set.of(PURPOSES.get(random.nextInt(PURPOSES.size()))), 1, Set.of()))
        : part;
  }

  private Choosing choosing(int pieces) {
    var rules = Choosing.Rule.values();
    boolean together = random.nextInt(4) == 0;
    boolean limited = random.nextInt(4) == 0;
    return new Choosing(
        rules[random.nextInt(rules.length)],
        Choosing.Rule.SPREAD,
        limited ? "EUR" : null,
        limited ? 100L + random.nextInt(20_000) : null,
        Handover.PICKUP,
        together,
        together ? 1 : 1 + random.nextInt(pieces),
        Duration.ofSeconds(10 + random.nextInt(200)),
        pieces > 1 && random.nextInt(4) == 0);
  }

  /** Looks at what waits for them, and answers some of it: rightly, wrongly or not at all. */
  void look(InMemoryCoordinator coordinator, Consumer<Command> ask) {
    for (var key : coordinator.entities()) {
      if (key.noun() == Noun.JOB) {
        choose(coordinator.state(key, JobState.class), ask);
      } else if (key.noun() == Noun.DEAL) {
        judge(coordinator.state(key, DealState.class), ask);
      }
    }
  }

  private void choose(JobState job, Consumer<Command> ask) {
    if (!(job instanceof JobState.Offered offered) || random.nextInt(4) == 0) {
      return;
    }
    var picks = new ArrayList<Pick>();
    for (var bid : offered.bids()) {
      if (random.nextInt(3) > 0) {
        picks.add(new Pick(bid.from().workshop(), 1 + random.nextInt(bid.pieces() + 1)));
      }
    }
    ask.accept(new JobCommand.ChooseBids(offered.task().id(), picks));
  }

  private void judge(DealState state, Consumer<Command> ask) {
    if (state instanceof DealState.Making making
        && making.first() == DealState.First.SHOWN
        && random.nextInt(4) > 0) {
      ask.accept(
          new DealCommand.JudgeFirstPiece(making.deal().lot(), random.nextInt(4) > 0, "sealed"));
    }
    state.agreed().filter(_ -> random.nextInt(3) > 0).ifPresent(it -> say(state, it, ask));
  }

  /** After the making: rightly, wrongly, or nothing. */
  private void say(DealState state, Deal deal, Consumer<Command> ask) {
    var lot = deal.lot();
    int dice = random.nextInt(12);
    switch (state) {
      case DealState.Made _ when dice == 0 -> ask.accept(new DealCommand.CancelDeal(lot));
      case DealState.Ready _ when dice < 2 -> ask.accept(new DealCommand.CancelDeal(lot));
      case DealState.Ready _ when dice < 5 -> ask.accept(new DealCommand.CollectPieces(lot));
      case DealState.Sent _ when dice < 6 -> ask.accept(new DealCommand.CollectPieces(lot));
      case DealState.HandedOver _ when dice < 4 ->
          ask.accept(new DealCommand.AcceptPieces(lot, ""));
      case DealState.HandedOver _ when dice < 7 ->
          ask.accept(
              new DealCommand.RefusePieces(lot, 1 + random.nextInt(deal.pieces()), "sealed", null));
      case DealState.Disputed it -> ask.accept(inDispute(it, lot));
      case DealState.Owing _ when dice < 8 -> ask.accept(new DealCommand.TickPaid(lot));
      default -> {}
    }
  }

  /** What either of the two may say of refused pieces. */
  DealCommand inDispute(DealState.Disputed state, LotId lot) {
    var soon = Instant.parse("2030-01-01T00:00:00Z");
    return switch (random.nextInt(6)) {
      case 0 -> new DealCommand.ProposeRemedy(lot, new Remedy.Remake(soon));
      case 1 -> new DealCommand.ProposeRemedy(lot, new Remedy.PartPayment(random.nextInt(300)));
      case 2 -> new DealCommand.ProposeRemedy(lot, new Remedy.Mediator(new PersonId("p-sam")));
      default ->
          new DealCommand.AnswerRemedy(lot, Math.max(1, state.proposals()), random.nextInt(3) > 0);
    };
  }

  /** A steward looks at disputes now and then. */
  void decide(InMemoryCoordinator coordinator, Consumer<Command> ask) {
    for (var key : coordinator.entities()) {
      if (key.noun() == Noun.DEAL
          && random.nextInt(4) == 0
          && coordinator.state(key, DealState.class) instanceof DealState.Disputed it) {
        ask.accept(
            new DealCommand.DecideDispute(
                it.deal().lot(), new Remedy.PartPayment(random.nextInt(200)), "sealed"));
      }
    }
  }

  /** Half of the customers want to be told, by one way or both, of some or all. */
  Optional<NoticeCommand> notices(OrderId order) {
    if (random.nextBoolean()) {
      return Optional.empty();
    }
    var channels =
        random.nextBoolean() ? List.of(Channel.MAIL) : List.of(Channel.MAIL, Channel.WEBHOOK);
    boolean all = random.nextBoolean();
    var matters = Matter.asked().filter(_ -> all || random.nextInt(3) > 0).toList();
    return Optional.of(new NoticeCommand.AskNotices(order, "sealed", channels, matters));
  }
}
