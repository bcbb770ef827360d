package org.vicinal.coordinator.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.PROGRAM;
import static org.vicinal.coordinator.decide.Things.STEWARD;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection;
import org.vicinal.coordinator.quarantine.QuarantineCommand.HoldSuspect;
import org.vicinal.coordinator.quarantine.QuarantineCommand.ReleaseSuspect;
import org.vicinal.coordinator.quarantine.QuarantineCommand.RemoveSuspect;
import org.vicinal.messages.id.DesignId;

/** Stewards alone, with a reason; what is removed stays removed, and only out of a quarantine. */
class QuarantineDeciderTest {
  private static final Suspect FILE = Suspect.of(PROGRAM.digest());
  private static final DesignId HOOK = new DesignId("coat-hook");
  private static final Suspect DESIGN = Suspect.of(HOOK);
  private final QuarantineDecider decider = new QuarantineDecider();
  private QuarantineState state = decider.initial();

  @Test
  void whatIsHeldIsReleasedOrRemoved() {
    refused(STEWARD, new RemoveSuspect(FILE, "shows a person"), "quarantine first");
    assertThat(ask(STEWARD, new HoldSuspect(FILE, "may be a weapon"))).isNull();
    assertThat(ask(STEWARD, new ReleaseSuspect(FILE, "it is a hook"))).isNull();
    assertThat(state).isEqualTo(new QuarantineState.InUse());
    assertThat(ask(STEWARD, new HoldSuspect(FILE, "shows a person"))).isNull();
    assertThat(ask(STEWARD, new RemoveSuspect(FILE, "the person wants it gone"))).isNull();
    refused(STEWARD, new ReleaseSuspect(FILE, "a mistake"), "cannot be undone");
    refused(STEWARD, new HoldSuspect(FILE, "again"), "was removed");
  }

  private void refused(Asker by, QuarantineCommand command, String words) {
    assertThat(ask(by, command))
        .isNotNull()
        .extracting(Rejection::reason, InstanceOfAssertFactories.STRING)
        .contains(words);
  }

  @Test
  void aDesignIsNotRemoved() {
    assertThat(ask(STEWARD, new HoldSuspect(DESIGN, "breaks under a coat"))).isNull();
    refused(STEWARD, new RemoveSuspect(DESIGN, "breaks"), "Expected a file");
  }

  @Test
  void onlyStewardsAndOnlyWithAReason() {
    for (var other : List.of(ANA_ASKS, COORDINATOR)) {
      refused(other, new HoldSuspect(FILE, "I do not like it"), "Only a steward");
    }
    for (var reason : List.of("", "  ", "x", "x".repeat(501))) {
      refused(STEWARD, new HoldSuspect(FILE, reason), "Expected a reason of 3 to 500");
    }
  }

  @Test
  void whatIsNeitherFileNorDesignIsNoSuspect() {
    for (var text : List.of("coat-hook", "f.123", "x.coat-hook", "d.", "f." + "g".repeat(64))) {
      assertThatThrownBy(() -> new Suspect(text)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Suspect(FILE.value()).findFile()).contains(PROGRAM.digest());
    assertThat(new Suspect(DESIGN.value()).findDesign()).contains(HOOK);
  }

  @Test
  void overRandomWordsItIsRemovedOnceAndForGood() {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    System.out.println("vicinal.seed=" + seed);
    var random = new Random(seed);
    for (int life = 0; life < 500; life++) {
      state = decider.initial();
      boolean removed = false;
      for (int step = 0; step < 30; step++) {
        var before = state;
        var reason = "because of " + random.nextInt(2);
        var command =
            switch (random.nextInt(3)) {
              case 0 -> new HoldSuspect(FILE, reason);
              case 1 -> new ReleaseSuspect(FILE, reason);
              default -> new RemoveSuspect(FILE, reason);
            };
        ask(random.nextBoolean() ? STEWARD : ANA_ASKS, command);
        assertThat(!removed || state.equals(before)).as("seed %d", seed).isTrue();
        if (state instanceof QuarantineState.Removed && !removed) {
          assertThat(before).as("seed %d", seed).isInstanceOf(QuarantineState.InQuarantine.class);
          removed = true;
        }
      }
    }
  }

  /** Null when it happened, or had happened. */
  private @Nullable Rejection ask(Asker by, QuarantineCommand command) {
    var asked = new Asked<>("c-1", by, NOON, 0, Neighbourhood.EMPTY, command);
    return switch (decider.decide(state, asked)) {
      case Decision.Rejected<QuarantineEvent> it -> it.rejection();
      case Decision.Accepted<QuarantineEvent> it -> {
        var events = new ArrayList<>(it.events());
        for (var event : events) {
          state =
              decider.evolve(state, new Occurred<>("c-1/0", command.target(), 1, NOON, by, event));
        }
        yield null;
      }
    };
  }
}
