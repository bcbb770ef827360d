package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.print;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.journal.OwnWork;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.RunEnd;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;

/** The workshop's own work: one queue with the network's, and nobody else's business. */
class OwnTest {
  private static final FileRef BRACKET = Rehearsal.program("bracket.gcode", Controller.MARLIN);
  private final Rehearsal anna = new Rehearsal();

  @Test
  void itIsQueuedMadeAndToldToNobody() {
    int before = told();
    assertThat(send(BRACKET, PRINTER)).isEqualTo(Answer.DONE);
    var lot = queued().getFirst();
    assertThat(lot.toString()).isEqualTo("own-1.0.1");
    run();
    assertThat(queued()).isEmpty();
    assertThat(anna.state.memory().shelf()).isEmpty();
    assertThat(told()).as("reports since").isEqualTo(before);
    assertThat(anna.effects(Effect.ForgetRun.class)).hasSize(1);
  }

  @Test
  void itIsStillQueuedAfterTheAgentDied() {
    send(BRACKET, PRINTER);
    anna.restart(0);
    assertThat(queued()).extracting(LotId::toString).containsExactly("own-1.0.1");
    assertThat(anna.effects(Effect.Fetch.class)).extracting(Effect.Fetch::file).contains(BRACKET);
    anna.fileIsGood(BRACKET, PRINTER);
    run();
    anna.restart(0);
    send(BRACKET, PRINTER);
    assertThat(queued())
        .as("no name twice")
        .extracting(LotId::toString)
        .containsExactly("own-2.0.1");
  }

  @Test
  void whatIsPromisedToOthersIsNotMadeLate() {
    anna.call("o-1.1", 1, print(60), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    var promised = anna.award("o-1.1", 1, 1);
    anna.delivered();
    var readyBy = readyBy(promised);
    for (int i = 0; i < 30; i++) {
      send(Rehearsal.program("own-" + i + ".gcode", Controller.MARLIN), PRINTER);
    }
    assertThat(readyBy(promised)).isEqualTo(readyBy);
    assertThat(queued()).anyMatch(lot -> readyBy(lot).isAfter(readyBy));
  }

  @Test
  void onAMillItNeverStartsWithoutThePerson() {
    assertThat(send(Rehearsal.TRAY, Rehearsal.ROUTER)).isEqualTo(Answer.DONE);
    anna.now = anna.now.plus(Duration.ofHours(3));
    anna.hear(WorkshopInput.ClockTicked::new);
    assertThat(anna.effects(Effect.StartRun.class)).isEmpty();
    anna.confirm(Rehearsal.ROUTER);
    assertThat(anna.effects(Effect.StartRun.class)).hasSize(1);
  }

  @Test
  void aPersonTakesItOut() {
    send(BRACKET, PRINTER);
    var lot = queued().getFirst();
    int before = told();
    anna.hear(
        at -> new WorkshopInput.PersonSaid(at, 8, "Ana", new Say.Cannot(lot, "changed my mind")));
    assertThat(queued()).isEmpty();
    assertThat(told()).isEqualTo(before);
  }

  @Test
  void aMachineThatIsNotHereAndAFullQueueAreRefused() {
    assertRefused(send(BRACKET, new MachineId("mk4")), "no mk4");
    for (int i = 0; i < 100; i++) {
      assertThat(send(BRACKET, PRINTER)).isEqualTo(Answer.DONE);
    }
    assertRefused(send(BRACKET, PRINTER), "100 programs of your own");
  }

  private Instant readyBy(LotId lot) {
    return Objects.requireNonNull(anna.state.memory().open().get(lot)).readyBy();
  }

  private Answer send(FileRef program, MachineId machine) {
    anna.effects.removeIf(Effect.Reply.class::isInstance);
    anna.hear(
        at ->
            new WorkshopInput.OwnProgramCame(
                at, 7, "slicer", machine, program, new Check.Passed(600, 9, 22)));
    return anna.effects(Effect.Reply.class).getFirst().answer();
  }

  /** Somebody clears the bed, and the machine makes what is next. */
  private void run() {
    anna.confirm(PRINTER);
    var start = anna.machineTakes(PRINTER);
    anna.now = anna.now.plus(Duration.ofMinutes(20));
    anna.over(start, new RunEnd.Completed(22));
  }

  private List<LotId> queued() {
    return anna.state.memory().open().keySet().stream().filter(OwnWork::is).toList();
  }

  /** But for presence, which says that a machine is taken. */
  private int told() {
    return (int)
        anna.effects(Effect.Tell.class).stream()
            .filter(it -> !(it.report().seen() instanceof Seen.Presence))
            .count();
  }

  private static void assertRefused(Answer answer, String words) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class, it -> assertThat(it.reason()).contains(words));
  }
}
