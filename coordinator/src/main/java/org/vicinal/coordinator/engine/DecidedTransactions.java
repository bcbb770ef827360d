package org.vicinal.coordinator.engine;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.log.TopicRange;

/**
 * The transactions that the broker's coordinator has once decided to commit, as its own log {@code
 * __transaction_state} says, partition by partition.
 *
 * <p>When a broker that is alone dies between that decision and the last of its markers, it goes on
 * with the markers as soon as it is back: so soon that it does not yet know the leaders of some
 * partitions, takes those for deleted and leaves them out (seen with Kafka 4.3.1). What is open
 * there is committed elsewhere.
 */
final class DecidedTransactions {
  static final String TOPIC = "__transaction_state";
  private static final Logger LOG = LoggerFactory.getLogger(DecidedTransactions.class);
  private static final byte PREPARE_COMMIT = 2;

  private record One(long producerId, int producerEpoch, TopicPartition partition) {}

  private final Set<One> commits = new HashSet<>();

  /** Reads the log; {@code partitions} are those of the topic. */
  static DecidedTransactions read(Cluster cluster, List<TopicPartition> partitions) {
    var decided = new DecidedTransactions();
    TopicRange.read(cluster, partitions, decided::take);
    return decided;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      var bytes = ByteBuffer.wrap(record.value());
      short version = bytes.getShort();
      var value = new TransactionLogValue(new ByteBufferAccessor(bytes), version);
      if (value.transactionStatus() == PREPARE_COMMIT && value.transactionPartitions() != null) {
        // From version 2 of transactions on, ending one raises the epoch that it was written with.
        int epoch = value.producerEpoch() - (value.clientTransactionVersion() >= 2 ? 1 : 0);
        for (var topic : value.transactionPartitions()) {
          for (int partition : topic.partitionIds()) {
            commits.add(
                new One(value.producerId(), epoch, new TopicPartition(topic.topic(), partition)));
          }
        }
      }
    } catch (RuntimeException e) { // another version's
      LOG.warn("Expected a transaction at {}@{}: {}", TOPIC, record.offset(), e.toString());
    }
  }

  /** Whether this transaction was to be committed in this partition. */
  boolean committed(long producerId, int producerEpoch, TopicPartition partition) {
    return commits.contains(new One(producerId, producerEpoch, partition));
  }
}
