package org.vicinal.coordinator.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.border.Signal;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.log.TopicTail;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.wire.Json;

/** The signals topic, read once for all watchers. */
final class KafkaSignals implements Signals, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSignals.class);
  private final List<Consumer<Signal>> watchers = new CopyOnWriteArrayList<>();
  private final TopicTail tail;

  KafkaSignals(Cluster cluster) {
    this.tail = TopicTail.fromEnd(cluster, TopicPlan.SIGNALS, "signals", record -> tell(record));
  }

  @Override
  public void follow(Consumer<Signal> watcher) {
    watchers.add(watcher);
  }

  private void tell(ConsumerRecord<byte[], byte[]> record) {
    try {
      var signal = Nouns.JSON.read(record.value(), Signal.class);
      watchers.forEach(watcher -> watcher.accept(signal));
    } catch (Json.Unreadable e) {
      LOG.warn("Expected a signal at signals@{}: {}", record.offset(), e.getMessage());
    }
  }

  @Override
  public void close() {
    tail.close();
  }
}
