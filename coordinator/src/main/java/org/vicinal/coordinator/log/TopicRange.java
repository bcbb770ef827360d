package org.vicinal.coordinator.log;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.vicinal.coordinator.broker.Cluster;

/** Everything committed in some partitions at one moment, read once from the beginning. */
public final class TopicRange {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SILENCE = Duration.ofMinutes(1); // then the broker is gone

  private TopicRange() {}

  /**
   * Hands over every record that is committed now, in the order of its partition, and returns.
   *
   * @throws IllegalStateException when the broker says nothing for a minute
   */
  public static void read(
      Cluster cluster,
      List<TopicPartition> partitions,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (var consumer = cluster.reader("range")) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      long heard = System.nanoTime();
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        var records = consumer.poll(POLL);
        for (var record : records) {
          var end = ends.get(new TopicPartition(record.topic(), record.partition()));
          if (end != null && record.offset() < end) {
            reader.accept(record);
          }
        }
        if (!records.isEmpty()) {
          heard = System.nanoTime();
        } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
          throw new IllegalStateException(
              "Expected the rest of %s, but nothing came for %d s. Look at the broker's log."
                  .formatted(partitions, SILENCE.toSeconds()));
        }
      }
    }
  }

  /** The first {@code count} partitions of {@code topic}. */
  public static List<TopicPartition> all(String topic, int count) {
    return IntStream.range(0, count).mapToObj(it -> new TopicPartition(topic, it)).toList();
  }
}
