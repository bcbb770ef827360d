package org.vicinal.messages.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicinal.messages.fit.Ability;
import org.vicinal.messages.fit.HouseRules;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.fit.Supply;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Conditions;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Offering;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.CriticalDimension;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Handing;
import org.vicinal.messages.work.Handover;
import org.vicinal.messages.work.Keeping;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.MaterialNeeds;
import org.vicinal.messages.work.Measured;
import org.vicinal.messages.work.Payment;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Quality;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Shape;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Stock;
import org.vicinal.messages.work.Terms;
import org.vicinal.messages.work.Tolerance;
import org.vicinal.messages.work.Tooling;
import org.vicinal.messages.work.Turning;

/** One example of every record on the wire, by the name of its golden file. */
final class Examples {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final JobId JOB = new JobId("o-7-1");
  private static final LotId LOT = new LotId(JOB, 0, 2);
  private static final RunId RUN = new RunId("r-1");
  private static final MachineId MACHINE = new MachineId("left");
  private static final Digest DIGEST = Digest.of(new byte[] {1, 2, 3});
  private static final FileRef FILE =
      new FileRef("hook.gcode", FileRef.Role.PROGRAM, DIGEST, 3, Controller.MARLIN);
  private static final Requirement PART =
      new Requirement(
              Making.FFF, "PLA", new Size(40, 20.5, 12), Set.of(Controller.MARLIN), 210, 60, 0)
          .with(new Shape(Turning.ABOUT_Z, 0.8, 0, 9400, 4100.5))
          .with(new MaterialNeeds("black", 0, 12, 50, Set.of("food contact")))
          .with(new Tooling(Set.of("hardened nozzle"), 0.4, 0.2, 0, 0))
          .with(
              new Quality(
                  Tolerance.ISO2768_C,
                  true,
                  12.5,
                  Set.of("sanded"),
                  List.of(new CriticalDimension("bore", 8, 0.1))))
          .with(new Terms(Set.of(Purpose.FOOD, Purpose.SKIN), 4, Set.of("ISO 9001")));

  /** What the first release wrote: nothing but the seven oldest components. */
  static final Requirement OLD_PART =
      new Requirement(
          Making.FFF, "PLA", new Size(40, 20.5, 12), Set.of(Controller.MARLIN), 210, 60, 0);

  /** What the first release wrote of a machine. */
  static final MachineProfile OLD_PROFILE =
      new MachineProfile(
          MACHINE,
          Making.FFF,
          Controller.MARLIN,
          new Size(250, 210, 200),
          Set.of("PLA"),
          280,
          110,
          0);

  private static final Price PRICE =
      new Price(
          "EUR", List.of(new Price.Line("machine 0.5 h", 150), new Price.Line("PLA 9 g", 27)));

  private Examples() {}

  static Map<String, Object> all() {
    var all = new LinkedHashMap<String, Object>();
    all.put(
        "call",
        new Call(
            JOB,
            1,
            "Coat hook",
            PART,
            List.of(FILE),
            2,
            NOON,
            NOON,
            List.of(new WorkshopId("mill-lane"))));
    all.put(
        "call-with-conditions",
        new Call(
            JOB,
            1,
            "Coat hook",
            OLD_PART,
            List.of(FILE),
            2,
            NOON,
            NOON,
            List.of(new WorkshopId("mill-lane")),
            new Conditions(Handover.DELIVERY, true, NOON.plusSeconds(86_400))));
    all.put(
        "report-counter-bid",
        new Report(
            new WorkshopId("mill-lane"),
            1,
            8,
            NOON,
            new Seen.Bid(
                JOB,
                1,
                MACHINE,
                1,
                1800.5,
                NOON,
                new Price(
                    Price.NO_CURRENCY,
                    List.of(new Price.Line("bringing it", 30, Price.Per.LOT)),
                    Price.Unit.HOURS,
                    new Payment(0, 0, "by a Saturday at the repair café")),
                new Offering("PETG", Handover.DELIVERY, Set.of(Purpose.FOOD), "white only"))));
    instruction(
        all, new Instruction.Award(LOT, "Coat hook", PART, List.of(FILE), 2, PRICE, NOON, NOON));
    instruction(all, new Instruction.Withdrawal(LOT, "the customer cancelled"));
    instruction(all, new Instruction.Reconcile(3));
    report(
        all,
        new Seen.Presence(
            "0.1.0",
            List.of(
                OLD_PROFILE
                    .with(
                        new Ability(
                            Set.of(Making.LASER_ENGRAVING),
                            3,
                            0.4,
                            0.05,
                            9000,
                            Tolerance.ISO2768_M,
                            Tolerance.IT14,
                            6.3,
                            Set.of("hardened nozzle"),
                            Set.of("sanded")))
                    .with(
                        new Supply(
                            Set.of("ABS", "PETG"), List.of(new Stock("PLA", "black", 0, 750))))
                    .with(
                        new HouseRules(
                            Set.of(Purpose.SKIN),
                            Set.of(Purpose.CHILD_UNDER_THREE),
                            Set.of("ISO 9001"),
                            100)))));
    report(all, new Seen.Bid(JOB, 1, MACHINE, 2, 1800.5, NOON, PRICE));
    report(all, new Seen.LotDelayed(LOT, NOON, "the spool ran out"));
    report(all, new Seen.Refusal(JOB, 1, "busy until Friday"));
    report(all, new Seen.Acceptance(LOT));
    report(all, new Seen.Decline(LOT, "the spool ran out"));
    report(all, new Seen.Waiting(LOT, MACHINE, "bed to be cleared"));
    report(all, new Seen.RunStarted(LOT, RUN, MACHINE, DIGEST, 1));
    report(all, new Seen.Progress(LOT, RUN, MACHINE, 120, 4000, 1700));
    report(
        all,
        new Seen.RunEnded(LOT, RUN, MACHINE, Seen.Ending.INTERRUPTED, 120, "the cable was pulled"));
    report(all, new Seen.LotMade(LOT, 2));
    report(all, new Seen.LotReturned(LOT, 1, "nozzle clogged"));
    report(all, new Seen.LotKnown(LOT, 3, Seen.Standing.RUNNING, 2, 1, NOON));
    report(all, new Seen.PiecesChecked(LOT, 2, List.of(new Measured("bore", 8.04))));
    report(all, new Seen.PiecesReady(LOT));
    report(all, new Seen.PiecesHandedOver(LOT, Handing.CARRIER, "JD0146 0002"));
    report(all, new Seen.PaymentReceived(LOT));
    instruction(all, new Instruction.GoOn(LOT));
    instruction(
        all,
        new Instruction.Notice(
            LOT, "report/mill-lane/1/9/0", true, "That is not the pickup code."));
    all.put(
        "report-bid-with-keeping",
        new Report(
            new WorkshopId("mill-lane"),
            1,
            9,
            NOON,
            new Seen.Bid(
                JOB,
                1,
                MACHINE,
                1,
                1800.5,
                NOON,
                PRICE,
                new Offering(
                    "", Handover.PICKUP, Set.of(), "", new Keeping(14, Keeping.Then.GIVEN_AWAY)))));
    return all;
  }

  private static void instruction(Map<String, Object> all, Instruction instruction) {
    all.put("instruction-" + instruction.getClass().getSimpleName(), instruction);
  }

  private static void report(Map<String, Object> all, Seen seen) {
    all.put(
        "report-" + seen.getClass().getSimpleName(),
        new Report(new WorkshopId("mill-lane"), 1, 7, NOON, seen));
  }
}
