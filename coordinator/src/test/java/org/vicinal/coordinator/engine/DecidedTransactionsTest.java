package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue.PartitionsSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.broker.BrokerSettings;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.EmbeddedBroker;
import org.vicinal.coordinator.log.TopicRange;

/** A transaction that was to be committed is never aborted because its marker is missing. */
class DecidedTransactionsTest {
  private static final TopicPartition THINGS = new TopicPartition("things", 0);

  private static ConsumerRecord<byte[], byte[]> logged(int status, int epoch, int version) {
    var value =
        new TransactionLogValue()
            .setProducerId(7)
            .setProducerEpoch((short) epoch)
            .setTransactionStatus((byte) status)
            .setClientTransactionVersion((short) version)
            .setTransactionPartitions(
                List.of(new PartitionsSchema().setTopic("things").setPartitionIds(List.of(0))));
    return new ConsumerRecord<>(
        DecidedTransactions.TOPIC,
        0,
        0,
        new byte[0],
        MessageUtil.toVersionPrefixedBytes(TransactionLogValue.HIGHEST_SUPPORTED_VERSION, value));
  }

  @Test
  void onlyWhatWasDecidedOfThatEpochAndPartitionCounts() {
    var decided = new DecidedTransactions();
    decided.take(logged(1, 4, 2)); // ongoing
    decided.take(logged(3, 6, 2)); // to be aborted
    assertThat(decided.committed(7, 3, THINGS)).isFalse();
    assertThat(decided.committed(7, 5, THINGS)).isFalse();
    decided.take(logged(2, 9, 2)); // to be committed: the epoch was raised by the end itself
    assertThat(decided.committed(7, 8, THINGS)).isTrue();
    assertThat(decided.committed(7, 9, THINGS)).isFalse();
    assertThat(decided.committed(8, 8, THINGS)).isFalse();
    assertThat(decided.committed(7, 8, new TopicPartition("things", 1))).isFalse();
    decided.take(logged(2, 11, 0)); // and before version 2 it was not
    assertThat(decided.committed(7, 11, THINGS)).isTrue();
  }

  @Test
  void aBrokersOwnLogIsReadAndAMarkerWrittenByHandCommits(@TempDir Path data) throws Exception {
    try (var broker = EmbeddedBroker.start(data, BrokerSettings.usual());
        var admin = broker.cluster().admin()) {
      var cluster = broker.cluster();
      admin.createTopics(List.of(new NewTopic("things", 1, (short) 1))).all().get();
      try (var producer = transactional(cluster)) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("things", "ended".getBytes(UTF_8))).get();
        producer.commitTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("things", "left open".getBytes(UTF_8))).get();
        var open = open(admin);
        var decided = DecidedTransactions.read(cluster, partitionsOfLog(admin));
        assertThat(decided.committed(open.producerId(), open.producerEpoch(), THINGS)).isFalse();
        assertThat(decided.committed(open.producerId(), open.producerEpoch() - 1, THINGS)).isTrue();
        assertThat(read(cluster)).containsExactly("ended");
        var node = admin.describeCluster().nodes().get().iterator().next();
        CommitMarker.write(cluster, node, THINGS, open);
        assertThat(read(cluster)).containsExactly("ended", "left open");
        producer.close(Duration.ZERO);
      }
    }
  }

  private static List<TopicPartition> partitionsOfLog(Admin admin) throws Exception {
    var name = DecidedTransactions.TOPIC;
    var topic = admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
    return TopicRange.all(name, java.util.Objects.requireNonNull(topic).partitions().size());
  }

  private static ProducerState open(Admin admin) throws Exception {
    return admin
        .describeProducers(List.of(THINGS))
        .partitionResult(THINGS)
        .get()
        .activeProducers()
        .stream()
        .filter(it -> it.currentTransactionStartOffset().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> read(Cluster cluster) {
    var all = new java.util.ArrayList<String>();
    TopicRange.read(cluster, List.of(THINGS), record -> all.add(new String(record.value(), UTF_8)));
    return all;
  }

  private static KafkaProducer<byte[], byte[]> transactional(Cluster cluster) {
    Map<String, Object> settings = new HashMap<>(cluster.connection());
    settings.put("transactional.id", "test");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
