package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.NOON;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.model;
import static org.vicinal.agent.workshop.Rehearsal.modelled;
import static org.vicinal.agent.workshop.Rehearsal.print;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.machine.Condition;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.FileRef;

/**
 * Of a model without a program, a workshop with a slicer makes its own: one at a time, what is
 * worth most first, and only for what could be made here. The bid and its runs name the same bytes.
 */
class SlicesTest {
  private static final FileRef VASE = model("vase.stl");
  private static final FileRef BOWL = model("bowl.stl");
  private static final Digest PROGRAM = Digest.of("G28".getBytes(StandardCharsets.UTF_8));
  private final Rehearsal anna = Rehearsal.withSlicer();

  @Test
  void aModelIsFetchedSlicedCheckedAndThenBidFor() {
    anna.call("o-1.1", 2, modelled(50), VASE);
    assertThat(anna.effects(Effect.Fetch.class))
        .extracting(Effect.Fetch::file)
        .containsExactly(VASE);
    came(VASE);
    var slice = anna.effects(Effect.MakeProgram.class).getFirst().slice();
    assertThat(slice.model()).isEqualTo(VASE);
    assertThat(slice.material()).isEqualTo("PLA");

    made(slice, PROGRAM);
    var check = anna.effects(Effect.CheckProgram.class).getFirst();
    assertThat(check.program().digest()).isEqualTo(PROGRAM);
    assertThat(check.program().name()).isEqualTo("vase-mk3.gcode");
    assertThat(anna.told(Seen.Bid.class)).as("not before it is checked").isEmpty();

    anna.checked(check.program(), PRINTER, new Check.Passed(600, 20, 1234));
    assertThat(anna.told(Seen.Bid.class).getFirst().pieces()).isEqualTo(2);
  }

  @Test
  void theRunHasTheBytesOfTheBid() {
    bidFor("o-1.1", VASE);
    anna.award("o-1.1", 1, 1);
    anna.delivered();
    anna.confirm(PRINTER);
    assertThat(anna.effects(Effect.StartRun.class).getFirst().program()).isEqualTo(PROGRAM);
  }

  @Test
  void oneIsSlicedAtATimeAndTheLargestNext() {
    anna.call("o-1.1", 1, modelled(20), VASE);
    came(VASE);
    anna.call("o-2.1", 1, modelled(30), BOWL);
    came(BOWL);
    anna.call("o-3.1", 1, modelled(200), model("tower.stl"));
    came(model("tower.stl"));
    var slices = anna.effects(Effect.MakeProgram.class);
    assertThat(slices).hasSize(1);

    made(slices.getFirst().slice(), PROGRAM);
    assertThat(anna.effects(Effect.MakeProgram.class))
        .extracting(make -> make.slice().model().name())
        .containsExactly("vase.stl", "tower.stl");
  }

  @Test
  void whatTheSlicerSaysIsTheRefusal() {
    anna.call("o-1.1", 1, modelled(50), VASE);
    came(VASE);
    var slice = anna.effects(Effect.MakeProgram.class).getFirst().slice();
    anna.hear(
        at ->
            new WorkshopInput.ProgramNotMade(at, slice, "vase.stl has a hole at 1, 2, 3.", false));
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason())
        .contains("mk3: vase.stl has a hole at 1, 2, 3.");
  }

  @Test
  void aFailureThatMayPassIsTriedAgainForTheNextCall() {
    anna.call("o-1.1", 1, modelled(50), VASE);
    came(VASE);
    var slice = anna.effects(Effect.MakeProgram.class).getFirst().slice();
    anna.hear(at -> new WorkshopInput.ProgramNotMade(at, slice, "took too long", true));
    anna.call("o-1.1", 2, 1, modelled(50), VASE, NOON.plus(Duration.ofDays(1)));
    assertThat(anna.effects(Effect.MakeProgram.class)).hasSize(2);
  }

  @Test
  void aSlicedProgramThatMustNotRunHereIsRefused() {
    anna.call("o-1.1", 1, modelled(50), VASE);
    came(VASE);
    made(anna.effects(Effect.MakeProgram.class).getFirst().slice(), PROGRAM);
    var program = anna.effects(Effect.CheckProgram.class).getFirst().program();
    anna.checked(program, PRINTER, new Check.Unfit("vase-mk3.gcode:9: it leaves the bed"));
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason()).contains("vase-mk3.gcode:9");
  }

  @Test
  void nothingIsFetchedOrSlicedForWhatDoesNotFit() {
    anna.call("o-1.1", 1, modelled(400), VASE);
    assertThat(anna.effects(Effect.Fetch.class)).isEmpty();
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason()).contains("400 mm needed");
  }

  @Test
  void withoutASlicerOnlyReadyProgramsAreMade() {
    var ben = new Rehearsal();
    ben.call("o-1.1", 1, modelled(50), VASE);
    assertThat(ben.effects(Effect.Fetch.class)).isEmpty();
    assertThat(ben.told(Seen.Refusal.class).getFirst().reason()).contains("mk3: tool: slicer");
  }

  @Test
  void nothingIsSlicedForAMachineThatIsAway() {
    anna.condition(PRINTER, Condition.ABSENT);
    anna.call("o-1.1", 1, modelled(50), VASE);
    assertThat(anna.effects(Effect.Fetch.class)).isEmpty();
    assertThat(anna.told(Seen.Refusal.class)).hasSize(1);
  }

  @Test
  void aCallWhoseModelIsNotSlicedInTimeIsRefusedBeforeItCloses() {
    anna.call("o-1.1", 1, modelled(50), VASE);
    came(VASE);
    assertThat(anna.state.wake()).contains(NOON.plusSeconds(3));
    anna.now = NOON.plusSeconds(3);
    anna.hear(WorkshopInput.ClockTicked::new);
    assertThat(anna.told(Seen.Refusal.class).getFirst().reason())
        .startsWith("No program was ready");

    // what comes of it then serves the next round
    made(anna.effects(Effect.MakeProgram.class).getFirst().slice(), PROGRAM);
    anna.call("o-1.1", 2, 1, modelled(50), VASE, NOON.plus(Duration.ofDays(1)));
    assertThat(anna.effects(Effect.CheckProgram.class)).hasSize(1);
    assertThat(anna.effects(Effect.MakeProgram.class)).hasSize(1);
  }

  @Test
  void slicingHoldsUpNobodyWhoBringsAProgram() {
    for (int i = 0; i < 20; i++) {
      anna.call("o-%d.1".formatted(i), 1, modelled(200), model("tower" + i + ".stl"));
    }
    anna.call("o-99.1", 1, print(10), HOOK);
    anna.fileIsGood(HOOK, PRINTER);
    assertThat(anna.told(Seen.Bid.class)).hasSize(1);
  }

  @Test
  void afterARestartTheModelIsSlicedAgainAndTheLotRunsWhatWasPromised() {
    anna.call("o-2.1", 1, modelled(60), BOWL);
    came(BOWL);
    anna.restart(0);
    came(BOWL);
    assertThat(anna.effects(Effect.MakeProgram.class)).hasSize(1);
    made(anna.effects(Effect.MakeProgram.class).getFirst().slice(), PROGRAM);
    var program = anna.effects(Effect.CheckProgram.class).getFirst().program();
    anna.checked(program, PRINTER, new Check.Passed(600, 20, 1234));
    anna.award("o-2.1", 1, 1);
    anna.delivered();

    anna.restart(0);
    assertThat(anna.effects(Effect.Fetch.class)).extracting(Effect.Fetch::file).contains(program);
    anna.fileIsGood(program, PRINTER);
    anna.confirm(PRINTER);
    assertThat(anna.effects(Effect.StartRun.class).getFirst().program()).isEqualTo(PROGRAM);
  }

  @Test
  void aLotWhoseOwnProgramIsGoneFromTheDiskGoesBack() {
    bidFor("o-1.1", VASE);
    anna.award("o-1.1", 1, 1, VASE);
    anna.delivered();
    anna.restart(0);
    anna.hear(at -> new WorkshopInput.FileMissed(at, PROGRAM, "nobody has it", true));
    assertThat(anna.told(Seen.LotReturned.class).getFirst().reason())
        .contains("is no longer in the data folder");
  }

  private void bidFor(String job, FileRef model) {
    anna.call(job, 1, modelled(50), model);
    came(model);
    made(anna.effects(Effect.MakeProgram.class).getFirst().slice(), PROGRAM);
    var program = anna.effects(Effect.CheckProgram.class).getFirst().program();
    anna.checked(program, PRINTER, new Check.Passed(600, 20, 1234));
  }

  private void came(FileRef file) {
    anna.hear(at -> new WorkshopInput.FileCame(at, file.digest()));
  }

  private void made(Slice slice, Digest program) {
    anna.hear(at -> new WorkshopInput.ProgramMade(at, slice, program, 3));
  }
}
