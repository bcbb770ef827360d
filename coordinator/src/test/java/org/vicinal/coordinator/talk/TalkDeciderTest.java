package org.vicinal.coordinator.talk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.talk.TalkCommand.SayWords;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;

/** A flood is dammed, and what was accepted before it stays. */
class TalkDeciderTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Asker ANA = new Asker.Customer(new PersonId("ana"));
  private static final WorkshopId MILL = new WorkshopId("mill-lane");
  private final TalkDecider decider = new TalkDecider();
  private TalkState state = decider.initial();

  @Test
  void tenThousandInAMinuteAreThirtyAndClearAnswers() {
    int refused = 0;
    for (int n = 0; n < 10_000; n++) {
      refused += accepted("m-" + n, ANA, NOON.plusMillis(n * 5L)) ? 0 : 1;
    }
    assertThat(refused).isEqualTo(9_970);
    assertThat(state.messages()).hasSize(TalkDecider.MOST_A_MINUTE);
    assertThat(accepted("w-1", new Asker.Workshop(MILL), NOON.plusSeconds(50))).isTrue();
    assertThat(accepted("m-0", ANA, NOON.plusSeconds(50))).as("said before").isTrue();
    assertThat(accepted("m-30", ANA, NOON.plusSeconds(61))).as("a minute later").isTrue();
    assertThat(state.messages()).hasSize(TalkDecider.MOST_A_MINUTE + 2);
  }

  @Test
  void aTalkHasAnEnd() {
    for (int n = 0; n < TalkDecider.MOST; n++) {
      assertThat(accepted("m-" + n, ANA, NOON.plusSeconds(n * 60L))).isTrue();
    }
    assertThat(accepted("one-more", ANA, NOON.plusSeconds(100_000))).isFalse();
  }

  @Test
  void nobodySpeaksForAWorkshop() {
    assertThat(accepted("m-1", new Asker.Workshop(new WorkshopId("far-field")), NOON)).isFalse();
    assertThat(accepted("m-2", new Asker.Coordinator(), NOON)).isFalse();
  }

  private boolean accepted(String id, Asker by, Instant at) {
    var hex = Digest.of(id.getBytes(UTF_8)).value();
    var command = new SayWords(new OrderId("hooks"), MILL, hex, "c2VhbGVk", List.of());
    var decision = decider.decide(state, new Asked<>(id, by, at, 0, Neighbourhood.EMPTY, command));
    if (decision instanceof Decision.Accepted<TalkEvent>(var events)) {
      for (var event : events) {
        state =
            decider.evolve(state, new Occurred<>(id + "/0", command.target(), 1, at, by, event));
      }
      return true;
    }
    return false;
  }
}
