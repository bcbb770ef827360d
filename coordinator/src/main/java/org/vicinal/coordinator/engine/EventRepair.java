package org.vicinal.coordinator.engine;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.log.TopicRange;
import org.vicinal.coordinator.wiring.Nouns;

/**
 * Makes a state from the events in its partition. What the running transaction has written is not
 * seen, and need not be: an entity that has changed in it has a readable state.
 */
record EventRepair(Cluster cluster, Deciding deciding) implements StateRepair {
  @Override
  public <S> Stored<S> fromEvents(Nouns.Entry<S, ?, ?> entry, EntityKey entity) {
    var replay = new Replay<>(entry);
    byte[] key = LogRecords.key(entity);
    var partition =
        new TopicPartition(
            TopicPlan.EVENTS, BuiltInPartitioner.partitionForKey(key, TopicPlan.PARTITIONS));
    TopicRange.read(
        cluster,
        List.of(partition),
        record -> {
          if (Arrays.equals(key, record.key())) {
            LogRecords.findEvent(record.key(), record.value())
                .ifPresent(event -> replay.stored = next(entry, replay.stored, event));
          }
        });
    return replay.stored;
  }

  private <S, C extends Command, E extends Event> Stored<S> next(
      Nouns.Entry<S, C, E> entry,
      Stored<S> stored,
      org.vicinal.coordinator.decide.Occurred<?> event) {
    var after = deciding.restore(entry, stored, event);
    return after == null ? stored : after;
  }

  /** Grows as the events are read, by one thread. */
  private static final class Replay<S> {
    private Stored<S> stored;

    Replay(Nouns.Entry<S, ?, ?> entry) {
      stored = StoredBytes.nothing(entry.decider());
    }
  }
}
