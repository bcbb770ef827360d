package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.journal.OpenBid;
import org.vicinal.agent.journal.OpenLot;
import org.vicinal.agent.journal.OwnWork;
import org.vicinal.agent.machine.Answer;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * Work for the workshop itself: a lot of one piece that it gives to itself, in the same queue as
 * the network's. It comes as early as it can without making late what was promised to others, and
 * nobody outside hears of it but that the machine is taken.
 */
final class Own {
  private static final int MOST = 100;

  private Own() {}

  static void came(Draft draft, WorkshopInput.OwnProgramCame input) {
    var machine = draft.settings.find(input.machine()).orElse(null);
    var refusal = machine == null ? "There is no " + input.machine() + " here." : tooMany(draft);
    if (machine != null && refusal.isEmpty()) {
      take(draft, input, machine);
    }
    draft.cause(
        new Effect.Reply(
            input.ticket(), refusal.isEmpty() ? Answer.DONE : new Answer.Refused(refusal)));
  }

  private static String tooMany(Draft draft) {
    long open = draft.memory().open().keySet().stream().filter(OwnWork::is).count();
    return open < MOST
        ? ""
        : "%d programs of your own are in the queue. Make some, or take some out with `agent cannot`."
            .formatted(open);
  }

  private static void take(Draft draft, WorkshopInput.OwnProgramCame input, MachineOffer machine) {
    var program = input.program();
    var lot = OwnWork.next(draft.memory());
    var real = input.check().times(draft.memory().experienceOf(machine.id()).correction());
    var award = award(draft, input, machine, lot, soonest(draft, input, machine, lot, real));
    draft.note(new Fact.PersonSaid(input.at(), input.who(), "sends " + program.name()));
    draft.note(new Fact.LotTaken(award, machine.id(), program, real.seconds(), real.lines(), 0));
    draft.note(new Fact.LotAccepted(lot));
    draft.senses =
        draft
            .senses
            .file(program.digest(), new FileSight.Here())
            .check(program.digest(), machine.id(), input.check());
  }

  /** The earliest day at which it makes nothing late that is promised. */
  private static Instant soonest(
      Draft draft,
      WorkshopInput.OwnProgramCame input,
      MachineOffer machine,
      LotId lot,
      Check.Passed real) {
    var each = Calendar.perPiece(machine, real.seconds());
    var days = new ArrayList<Instant>();
    days.add(draft.now.plus(each));
    draft.memory().open().values().stream()
        .filter(open -> open.machine().equals(machine.id()))
        .map(OpenLot::readyBy)
        .filter(day -> day.isAfter(draft.now))
        .sorted()
        .forEach(day -> days.add(day.plusSeconds(1)));
    for (var day : days) {
      var award = award(draft, input, machine, lot, day);
      if (!Calendar.readiness(draft, machine, bid(input, award, real), award).disturbs()) {
        return day;
      }
    }
    return days.getLast();
  }

  private static OpenBid bid(
      WorkshopInput.OwnProgramCame input, Instruction.Award award, Check.Passed real) {
    return new OpenBid(
        award.job(),
        1,
        input.machine(),
        input.program(),
        1,
        real.seconds(),
        real.lines(),
        award.readyBy(),
        award.acceptBy());
  }

  /** Its files are not named: they came from here, and nobody else could send them again. */
  private static Instruction.Award award(
      Draft draft,
      WorkshopInput.OwnProgramCame input,
      MachineOffer machine,
      LotId lot,
      Instant readyBy) {
    var asked =
        new Requirement(
            machine.profile().making(),
            "what is loaded",
            new Size(0, 0, 0),
            Set.of(machine.profile().controller()),
            0,
            0,
            0);
    return new Instruction.Award(
        lot, input.program().name(), asked, List.of(), 1, Price.GIFT, draft.now, readyBy);
  }

  /** Whether this would tell others of the workshop's own work. */
  static boolean isOwn(Seen seen) {
    var lot =
        switch (seen) {
          case Seen.Acceptance it -> it.lot();
          case Seen.Decline it -> it.lot();
          case Seen.Waiting it -> it.lot();
          case Seen.RunStarted it -> it.lot();
          case Seen.Progress it -> it.lot();
          case Seen.RunEnded it -> it.lot();
          case Seen.LotMade it -> it.lot();
          case Seen.LotDelayed it -> it.lot();
          case Seen.LotReturned it -> it.lot();
          case Seen.LotKnown it -> it.lot();
          case Seen.PiecesChecked it -> it.lot();
          case Seen.PiecesReady it -> it.lot();
          case Seen.PiecesHandedOver it -> it.lot();
          case Seen.PaymentReceived it -> it.lot();
          case Seen.Presence _, Seen.Bid _, Seen.Refusal _ -> null;
        };
    return lot != null && OwnWork.is(lot);
  }
}
