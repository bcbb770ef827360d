package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.ROUTER;
import static org.vicinal.agent.workshop.Rehearsal.TRAY;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.journal.ClosedLot;
import org.vicinal.agent.journal.Fact;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Seen;

/**
 * Whatever is heard in whatever order, however often, with a crash now and then: no lot runs more
 * pieces than it has, no run begins twice or without a person, nobody is answered twice, and the
 * journal's facts come to the memory.
 */
class WorkshopWalkTest {
  private static final int STEPS = 500;

  @Test
  void noWalkBreaksAPromise() {
    long first = Long.getLong("vicinal.seed", 1);
    long seeds = Long.getLong("vicinal.seeds", 200);
    long made = 0;
    for (long seed = first; seed < first + seeds; seed++) {
      try {
        made += walk(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Seed " + seed + " (replay with -Dvicinal.seed=" + seed + ")", e);
      }
    }
    assertThat(made).as("lots made on the way").isGreaterThan(seeds / 5);
  }

  /** Returns how many lots were made. */
  private static long walk(Random random) {
    var anna = new Rehearsal();
    for (int step = 0; step < STEPS; step++) {
      anna.now = anna.now.plus(Duration.ofSeconds(random.nextInt(30)));
      step(anna, random);
      assertThat(anna.state.memory().runs().size()).isLessThanOrEqualTo(2);
    }
    check(anna);
    anna.restart(7);
    check(anna);
    assertThat(anna.state.memory().runs()).isEmpty();
    return anna.state.memory().closed().values().stream()
        .filter(lot -> lot.outcome() == ClosedLot.Outcome.MADE)
        .count();
  }

  private static void step(Rehearsal anna, Random random) {
    var job = "o-" + random.nextInt(20) + ".1";
    boolean mills = job.length() % 2 == 0;
    var machine = random.nextBoolean() ? PRINTER : ROUTER;
    switch (random.nextInt(14)) {
      case 0, 1 ->
          anna.call(
              job,
              1 + random.nextInt(2),
              1 + random.nextInt(3),
              mills ? Rehearsal.milled() : Rehearsal.print(random.nextInt(20) == 0 ? 400 : 50),
              mills ? TRAY : HOOK,
              anna.now.plus(Duration.ofHours(random.nextInt(8))));
      case 2 -> anna.fileIsGood(HOOK, PRINTER);
      case 3 -> anna.fileIsGood(TRAY, ROUTER);
      case 4, 5 -> award(anna, job, random);
      case 6 -> deliverOne(anna, random);
      case 7 -> anna.delivered();
      case 8 -> confirm(anna, machine);
      case 9 -> begin(anna, random);
      case 10 -> end(anna, machine, random);
      case 11 -> {
        if (random.nextInt(8) == 0) {
          anna.condition(machine, any(random, Condition.values()));
        } else {
          confirm(anna, machine);
          begin(anna, random);
        }
      }
      case 12 -> instruct(anna, job, random);
      default -> {
        if (random.nextInt(5) == 0) {
          anna.restart(random.nextInt(100));
        } else {
          anna.hear(WorkshopInput.ClockTicked::new);
        }
      }
    }
  }

  private static void instruct(Rehearsal anna, String job, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> anna.instruct(new Instruction.Reconcile(random.nextInt(4)));
      case 1 -> anna.instruct(new Instruction.Withdrawal(lot(job, random), "no longer wanted"));
      default -> award(anna, job, random);
    }
  }

  private static LotId lot(String job, Random random) {
    return LotId.parse(job + ".0." + (1 + random.nextInt(3)));
  }

  private static void award(Rehearsal anna, String job, Random random) {
    if (anna.state.memory().findBid(lot(job, random).job()).isPresent()) {
      anna.award(job, 1 + random.nextInt(3), 1 + random.nextInt(3));
    }
  }

  private static void deliverOne(Rehearsal anna, Random random) {
    int sequence = 1 + random.nextInt(40);
    var late = anna.now.plusSeconds(random.nextInt(120));
    anna.hear(at -> new WorkshopInput.ReportDelivered(at, sequence, late));
  }

  /** As a machine does: it takes a person's word, and is ready then. */
  private static void confirm(Rehearsal anna, MachineId machine) {
    int before = anna.effects(Effect.ConfirmMachine.class).size();
    anna.hear(at -> new WorkshopInput.PersonConfirmed(at, 1, machine, "Ana", "clear"));
    if (anna.effects(Effect.ConfirmMachine.class).size() > before) {
      anna.condition(machine, Condition.READY);
    }
  }

  private static void begin(Rehearsal anna, Random random) {
    var asked = anna.effects(Effect.StartRun.class);
    if (!asked.isEmpty()) {
      var run = asked.get(Math.max(0, asked.size() - 1 - random.nextInt(2))).run();
      anna.hear(
          at ->
              random.nextInt(4) == 0
                  ? new WorkshopInput.RunRefused(at, run, "not now")
                  : new WorkshopInput.RunStarting(at, run));
    }
  }

  private static void end(Rehearsal anna, MachineId machine, Random random) {
    var run = anna.state.memory().runs().get(machine);
    if (run != null) {
      RunEnd end =
          any(
              random,
              new RunEnd.Completed(9),
              new RunEnd.Completed(9),
              new RunEnd.Failed("jam", 3),
              new RunEnd.Cancelled("Ana", 2),
              new RunEnd.Interrupted("cable", 1));
      anna.hear(at -> new WorkshopInput.RunOver(at, run.run(), end));
      anna.condition(machine, Condition.OCCUPIED);
    }
  }

  @SafeVarargs
  private static <T> T any(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static void check(Rehearsal anna) {
    var pieces = new HashMap<LotId, Integer>();
    var begun = new HashMap<LotId, Integer>();
    var runs = new HashSet<RunId>();
    var answers = new HashSet<String>();
    var ends = new HashSet<LotId>();
    var confirmed = new HashSet<MachineId>();
    for (var fact : anna.facts) {
      switch (fact) {
        case Fact.LotTaken f ->
            assertThat(pieces.put(f.award().lot(), f.award().pieces())).as("taken twice").isNull();
        case Fact.Confirmed f -> confirmed.add(f.machine());
        case Fact.ConfirmationVoided f -> confirmed.remove(f.machine());
        case Fact.RunBegun f -> {
          assertThat(runs.add(f.run().run())).as("a run id twice").isTrue();
          assertThat(confirmed.remove(f.run().machine())).as("begun by a person").isTrue();
          begun.merge(f.run().lot(), 1, Integer::sum);
        }
        case Fact.RunFinished f -> confirmed.remove(f.machine());
        case Fact.Told told -> {
          switch (told.seen()) {
            case Seen.Bid bid ->
                assertThat(answers.add(bid.job() + "#" + bid.round())).as("one answer").isTrue();
            case Seen.Refusal no ->
                assertThat(answers.add(no.job() + "#" + no.round())).as("one answer").isTrue();
            case Seen.LotMade made -> assertThat(ends.add(made.lot())).as("one end").isTrue();
            case Seen.LotReturned back -> assertThat(ends.add(back.lot())).as("one end").isTrue();
            default -> {}
          }
        }
        default -> {}
      }
    }
    begun.forEach((lot, count) -> assertThat(count).isLessThanOrEqualTo(pieces.get(lot)));
    checkOutbox(anna);
  }

  private static void checkOutbox(Rehearsal anna) {
    List<Long> waiting =
        anna.state.memory().outbox().waiting().stream().map(report -> report.sequence()).toList();
    assertThat(waiting).isSorted().doesNotHaveDuplicates();
    long told = anna.facts.stream().filter(Fact.Told.class::isInstance).count();
    assertThat(anna.state.memory().outbox().next()).isEqualTo(told + 1);
  }
}
