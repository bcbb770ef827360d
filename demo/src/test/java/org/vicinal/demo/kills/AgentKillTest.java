package org.vicinal.demo.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.demo.Stage;

/**
 * An agent that is killed in the middle of a run reports it as interrupted, never runs it again by
 * itself, and the coordinator calls again: a new lot under a new number.
 */
class AgentKillTest {
  @TempDir Path data;

  @Test
  void killedInARunItTellsWhereItWasAndTheJobIsCalledAgain() throws Exception {
    try (var stage = Stage.open(data, 40)) {
      var id = stage.place("cut", 1);
      stage.awaitStory(id, "begins");
      while (stage.lines() < 200) {
        LockSupport.parkNanos(50_000_000);
      }
      stage.town().child(Stage.WORKSHOP.id()).kill();
      assertThat(stage.done()).as("it was killed in the middle").isZero();
      stage.town().startAgent(Stage.WORKSHOP);

      var order = stage.awaitEnd(id);
      assertThat(order.state()).as("%s", order.story()).isEqualTo("MADE");
      assertThat(Stage.count(order, "A run broke off on left at mill-lane at line"))
          .as("%s", order.story())
          .isEqualTo(1);
      assertThat(order.lots()).extracting("lot").doesNotHaveDuplicates().hasSize(2);
      assertThat(order.lots()).extracting("state").containsExactlyInAnyOrder("interrupted", "made");
      assertThat(stage.begun()).as("the broken run, and the new lot's").isEqualTo(2);
      assertThat(stage.done()).isEqualTo(1);
    }
  }
}
