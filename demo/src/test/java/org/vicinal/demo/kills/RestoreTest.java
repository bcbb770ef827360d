package org.vicinal.demo.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.Stage;

/**
 * The coordinator's disk is lost and an older export is read into an empty one, while the workshop
 * and its printer stay as they are: what was made since is learnt from the workshop's journal, no
 * run repeats, no lot number is used again.
 */
class RestoreTest {
  @TempDir Path data;

  @Test
  void anOlderExportAndTheJournalsTogetherKnowEverything() throws Exception {
    try (var stage = Stage.open(data, 200)) {
      var known = stage.place("known", 1);
      stage.awaitStory(known, "begins");
      var export = data.resolve("export");
      steward(stage, "exports", export);
      stage.awaitEnd(known);
      var since = stage.place("since", 1);
      var lost = stage.awaitEnd(since);
      assertThat(stage.begun()).isEqualTo(2);

      stage.killCoordinator();
      Files.move(data.resolve("coordinator"), data.resolve("lost"));
      stage.startCoordinator();
      steward(stage, "imports", export);
      stage.killCoordinator(); // its keys are those of the export only after a start
      stage.startCoordinator();

      var order = stage.awaitEnd(known);
      assertThat(order.state()).as("%s", order.story()).isEqualTo("MADE");
      assertThat(order.lots()).hasSize(1);
      stage.place(since, 1); // the export has never heard of it: its customer asks again
      var again = stage.awaitEnd(since);
      assertThat(again.state()).as("%s", again.story()).isEqualTo("MADE");
      assertThat(again.lots())
          .extracting("lot")
          .doesNotContainAnyElementsOf(
              lost.lots().stream().map(lot -> (Object) lot.lot()).toList());
      assertThat(stage.begun()).as("one run each, and one for the order placed anew").isEqualTo(3);
    }
  }

  private static void steward(Stage stage, String what, Path folder) throws Exception {
    stage
        .town()
        .coordinatorFor(Role.STEWARD, "sam")
        .post("/api/v1/backup/" + what, Map.of("folder", folder.toString()));
  }
}
