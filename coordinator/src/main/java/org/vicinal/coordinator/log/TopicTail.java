package org.vicinal.coordinator.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;

/**
 * Reads all partitions of a topic on a thread of its own and goes on as records come, also after
 * the broker was away.
 */
public final class TopicTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
  private static final Duration POLL = Duration.ofMillis(500);
  // no member of a group, so nobody is owed a farewell; otherwise it would wait for the fetch on
  // its way
  private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);
  private static final long PAUSE_MILLIS = 500; // after an error, before the next try
  private final Consumer<byte[], byte[]> consumer;
  private final Reader reader;
  private final Map<TopicPartition, Long> until;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean toldCaughtUp; // owned by the thread

  private TopicTail(
      String name,
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> until,
      Reader reader) {
    this.consumer = consumer;
    this.until = until;
    this.reader = reader;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /** Reads {@code topic} from its first record on. */
  public static TopicTail fromBeginning(Cluster cluster, String topic, String name, Reader reader) {
    return start(cluster, topic, name, reader, true);
  }

  /** Reads what is appended to {@code topic} after this method has returned. */
  public static TopicTail fromEnd(Cluster cluster, String topic, String name, Reader reader) {
    return start(cluster, topic, name, reader, false);
  }

  private static TopicTail start(
      Cluster cluster, String topic, String name, Reader reader, boolean beginning) {
    var consumer = cluster.reader(name);
    var partitions = partitionsOf(consumer, topic);
    consumer.assign(partitions);
    if (beginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position); // seeking is lazy, and must be over before we return
    }
    var tail = new TopicTail(name, consumer, consumer.endOffsets(partitions), reader);
    tail.thread.start();
    return tail;
  }

  static List<TopicPartition> partitionsOf(Consumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private void run() {
    try {
      while (closing.getCount() > 0) {
        turn();
      }
    } catch (WakeupException e) {
      LOG.debug("{} ends", thread.getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      consumer.close(AT_ONCE);
    }
  }

  private void turn() throws InterruptedException {
    try {
      for (var record : consumer.poll(POLL)) {
        read(record);
      }
      tellWhenCaughtUp();
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warn("{} cannot read and tries again: {}", thread.getName(), e.getMessage());
      boolean ends = closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      LOG.debug("{} goes on: {}", thread.getName(), !ends);
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      reader.on(record);
    } catch (RuntimeException e) { // a bug in a reader must not end the reading
      LOG.error(
          "{} threw at {}-{}@{}",
          thread.getName(),
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private void tellWhenCaughtUp() {
    if (!toldCaughtUp
        && until.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
      toldCaughtUp = true;
      reader.caughtUp();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes what is read; called by one thread. */
  @FunctionalInterface
  public interface Reader {
    /** The next record of its partition. */
    void on(ConsumerRecord<byte[], byte[]> record);

    /** Everything that was there at the start has been read. Called once. */
    default void caughtUp() {}
  }
}
