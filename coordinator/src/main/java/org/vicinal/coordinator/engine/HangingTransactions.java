package org.vicinal.coordinator.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.log.TopicRange;

/**
 * Transactions that nobody will ever end: open in a partition, while the broker's transaction
 * coordinator has gone on to a later epoch of their producer and forgotten them. They are left now
 * and then when a process dies with its only broker (seen with Kafka 4.3.1); whoever reads only
 * what is committed, and so the deciders that want their states back, would wait for ever. They are
 * ended as they were decided: committed where the coordinator's log says so ({@link
 * DecidedTransactions}), and otherwise aborted, as {@code kafka-transactions.sh abort} does
 * (KIP-664).
 */
final class HangingTransactions {
  private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);

  private HangingTransactions() {}

  /** Ends those of all topics; harmless when there are none, and never throws. */
  static void end(Cluster cluster, Admin admin) throws InterruptedException {
    try {
      var producers = producers(admin);
      if (producers.isEmpty()) {
        return;
      }
      var decided = decided(cluster, admin);
      var broker = admin.describeCluster().nodes().get().iterator().next(); // the only one
      for (var partition : producers.entrySet()) {
        for (var open : partition.getValue()) {
          boolean commit =
              decided.committed(open.producerId(), open.producerEpoch(), partition.getKey());
          if (commit) {
            CommitMarker.write(cluster, broker, partition.getKey(), open);
          } else {
            admin.abortTransaction(spec(partition.getKey(), open)).all().get();
          }
          LOG.warn(
              "{} a transaction that a dead process left open in {} at {}",
              commit ? "Committed" : "Aborted",
              partition.getKey(),
              open.currentTransactionStartOffset().orElse(-1));
        }
      }
    } catch (ExecutionException | IOException | IllegalStateException e) {
      LOG.warn("Transactions left by a dead process could not be ended yet: {}", e.toString());
    }
  }

  private static DecidedTransactions decided(Cluster cluster, Admin admin)
      throws ExecutionException, InterruptedException {
    var name = DecidedTransactions.TOPIC;
    int count =
        admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
            .mapToInt(topic -> topic.partitions().size())
            .sum();
    return DecidedTransactions.read(cluster, TopicRange.all(name, count));
  }

  private static AbortTransactionSpec spec(TopicPartition partition, ProducerState open) {
    return new AbortTransactionSpec(
        partition,
        open.producerId(),
        (short) open.producerEpoch(),
        open.coordinatorEpoch().orElse(0));
  }

  private static Map<TopicPartition, List<ProducerState>> producers(Admin admin)
      throws ExecutionException, InterruptedException {
    var latest = new HashMap<Long, Integer>();
    for (var known : describe(admin)) {
      latest.merge(known.producerId(), known.producerEpoch(), Math::max);
    }
    var partitions = new ArrayList<TopicPartition>();
    // Kafka's own topics, too: an offset whose transaction is open is an offset that is not told.
    var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(it -> partitions.add(new TopicPartition(topic.name(), it.partition())));
    }
    var found = new HashMap<TopicPartition, List<ProducerState>>();
    for (var entry : admin.describeProducers(partitions).all().get().entrySet()) {
      var hanging =
          entry.getValue().activeProducers().stream()
              .filter(it -> it.currentTransactionStartOffset().isPresent())
              .filter(it -> it.producerEpoch() < latest.getOrDefault(it.producerId(), 0))
              .toList();
      if (!hanging.isEmpty()) {
        found.put(entry.getKey(), hanging);
      }
    }
    return found;
  }

  /** The transactional ids whose last transaction is over, or a later one than what may hang. */
  private static List<TransactionDescription> describe(Admin admin)
      throws ExecutionException, InterruptedException {
    var ids =
        admin.listTransactions().all().get().stream()
            .map(TransactionListing::transactionalId)
            .toList();
    return admin.describeTransactions(ids).all().get().values().stream()
        .filter(
            it ->
                switch (it.state()) {
                  case EMPTY, ONGOING, COMPLETE_ABORT, COMPLETE_COMMIT -> true;
                  case PREPARE_ABORT, PREPARE_COMMIT, PREPARE_EPOCH_FENCE, UNKNOWN -> false;
                })
        .toList();
  }
}
