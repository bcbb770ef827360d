package org.vicinal.coordinator.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker over one folder keeps its records and its port from one process to the next. */
class EmbeddedBrokerTest {
  @TempDir Path data;

  @Test
  void whatWasAcknowledgedIsThereAfterARestart() throws Exception {
    String first;
    try (var broker = EmbeddedBroker.start(data, BrokerSettings.usual());
        var admin = broker.cluster().admin();
        var producer = broker.cluster().producer("test")) {
      first = broker.forWorkshops();
      new TopicPlan(admin, true).ensureOwn();
      producer.send(new ProducerRecord<>(TopicPlan.STRAYS, new byte[] {7})).get();
    }
    try (var broker = EmbeddedBroker.start(data, BrokerSettings.usual());
        var reader = broker.cluster().reader("test")) {
      assertThat(broker.forWorkshops()).isEqualTo(first);
      reader.assign(List.of(new TopicPartition(TopicPlan.STRAYS, 0)));
      var read = reader.poll(Duration.ofSeconds(10));
      assertThat(read.iterator().next().value()).containsExactly(7);
    }
  }
}
