package org.vicinal.coordinator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Things;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.wire.Topics;

/**
 * A running coordinator is written to a folder and read by another, which then knows the same, has
 * a new generation, lets the workshops in with the secrets they have, and asks what they know.
 */
class BackupTest {
  @TempDir Path folder;

  @Test
  void aRestoredCoordinatorGoesOnWhereTheExportWas() throws Exception {
    var export = folder.resolve("export");
    Enrolments.Credential credential;
    List<Occurred<?>> before;
    try (var town = Town.over(folder.resolve("old"))) {
      credential = town.enrol(Things.WEIR_LANE);
      town.ask(Things.ANA_ASKS, Town.order("o-1"));
      town.await(JobEvent.RingCalled.class);
      Files.createDirectories(folder.resolve("old/files/ab"));
      Files.writeString(folder.resolve("old/files/ab/cd"), "a file");
      var written = town.engine().backup().exportTo(export);
      before = town.events();
      assertThat(written.events()).isEqualTo(before.size());
      assertThatThrownBy(() -> town.engine().backup().exportTo(export))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("new or empty");
      assertThatThrownBy(() -> town.engine().backup().importFrom(export))
          .hasMessageContaining("without a single event");
    }
    try (var town = Town.over(folder.resolve("new"))) {
      var read = town.engine().backup().importFrom(export);
      assertThat(read.events()).isEqualTo(before.size());
      assertThat(read.generation()).isEqualTo(2);
      assertThat(town.events()).containsExactlyInAnyOrderElementsOf(before);
      assertThat(folder.resolve("new/files/ab/cd")).hasContent("a file");
      asksItsWorkshops(town, credential);
      var again =
          town.ask(Things.ANA_ASKS, new OrderCommand.CancelOrder(new OrderId("o-1"), "enough"));
      assertThat(again.rejection()).isNull();
      town.await(JobEvent.JobWithdrawn.class);
    }
  }

  private static void asksItsWorkshops(Town town, Enrolments.Credential old) throws Exception {
    var here =
        new Enrolments.Credential(
            town.engine().bootstrapServers(), old.user(), old.secret(), old.callPartitions());
    try (var stall = new Stall(Things.WEIR_LANE, here)) {
      var asked =
          stall.await(
              List.of(new TopicPartition(Topics.instructions(Things.WEIR_LANE), 0)), _ -> true);
      assertThat(Json.WIRE.read(asked.value(), Instruction.class))
          .isEqualTo(new Instruction.Reconcile(2));
    }
  }
}
