package org.vicinal.messages.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

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
          Making.FFF, "PLA", new Size(40, 20.5, 12), Set.of(Controller.MARLIN), 210, 60, 0);
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
    instruction(
        all, new Instruction.Award(LOT, "Coat hook", PART, List.of(FILE), 2, PRICE, NOON, NOON));
    instruction(all, new Instruction.Withdrawal(LOT, "the customer cancelled"));
    instruction(all, new Instruction.Reconcile(3));
    report(
        all,
        new Seen.Presence(
            "0.1.0",
            List.of(
                new MachineProfile(
                    MACHINE,
                    Making.FFF,
                    Controller.MARLIN,
                    new Size(250, 210, 200),
                    Set.of("PLA"),
                    280,
                    110,
                    0))));
    report(all, new Seen.Bid(JOB, 1, MACHINE, 2, 1800.5, NOON, PRICE));
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
