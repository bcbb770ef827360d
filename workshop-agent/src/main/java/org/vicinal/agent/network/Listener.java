package org.vicinal.agent.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.wire.Addressed;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.wire.Topics;

/**
 * Hears calls and instructions, in order, from where the journal says. Owned by its own thread;
 * when the broker does not let it in it says why and tries again by and by.
 *
 * <p>Positions carry the broker's cluster id, so that a broker that began anew is heard from its
 * beginning.
 */
final class Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final Duration POLL = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int LONGEST_PAUSE_SECONDS = 15;
  private static final int HANDED_OVER = 64;

  private final Enrolment enrolment;
  private final Border.Inbox inbox;
  private final Map<String, Long> positions;
  private final String instructions;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile Border.Connection connection = new Border.Connection(false, "connecting");

  Listener(Enrolment enrolment, Map<String, Long> positions, Border.Inbox inbox) {
    this.enrolment = enrolment;
    this.inbox = inbox;
    this.positions = new HashMap<>(positions);
    this.instructions = Topics.instructions(enrolment.workshop());
    this.thread = Thread.ofPlatform().name("listener").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  Border.Connection connection() {
    return connection;
  }

  void close() {
    closed.countDown();
    var open = consumer;
    if (open != null) {
      open.wakeup(); // an interrupt would leave its connections half closed
    }
  }

  private boolean ending() {
    return closed.getCount() == 0;
  }

  private void run() {
    int pause = 1;
    while (!ending()) {
      try {
        listen();
        pause = 1;
      } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
        return;
      } catch (KafkaException e) {
        say(false, words(e));
        pause = Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
        if (waited(pause)) {
          return;
        }
      }
    }
  }

  private boolean waited(int seconds) {
    try {
      return closed.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void listen() {
    var values = new ClusterNamed();
    try (var open =
        new KafkaConsumer<>(
            KafkaSettings.consumer(enrolment), new ByteArrayDeserializer(), values)) {
      consumer = open;
      if (ending()) {
        return;
      }
      open.assign(partitions());
      open.partitionsFor(instructions); // the cluster's id comes with it
      seek(open, values.cluster());
      say(true, "connected to " + enrolment.bootstrapServers());
      while (!ending()) {
        var records = open.poll(POLL);
        for (var record : records) {
          hear(values.cluster(), record);
        }
        boolean wasAway = !connection.connected();
        if (wasAway || records.isEmpty()) { // what is heard needs no other proof
          checkConnection(open);
        }
        if (wasAway && connection.connected()) {
          return; // it may be another broker now: restored on a new disk, its offsets begin anew
        }
        if (records.isEmpty() && connection.connected() && isBehind(open)) {
          LOG.info("The broker has more to hear than it lets us hear; connecting anew");
          return;
        }
      }
    } finally {
      consumer = null;
    }
  }

  /**
   * Whether there is something that a poll has not brought.
   *
   * <p>A consumer that outlives several deaths of its only broker may stop fetching a partition and
   * say nothing (seen with kafka-clients 4.3.1); a new one reads on where it stopped.
   */
  private static boolean isBehind(KafkaConsumer<byte[], byte[]> open) {
    return open.endOffsets(open.assignment(), LOOK).entrySet().stream()
        .anyMatch(end -> open.position(end.getKey(), LOOK) < end.getValue());
  }

  private List<TopicPartition> partitions() {
    var partitions = new ArrayList<TopicPartition>();
    partitions.add(new TopicPartition(instructions, 0));
    for (int call : enrolment.callPartitions()) {
      partitions.add(new TopicPartition(Topics.CALLS, call));
    }
    return partitions;
  }

  private void seek(KafkaConsumer<byte[], byte[]> open, String cluster) {
    for (var partition : open.assignment()) {
      var next = positions.get(name(cluster, partition.topic(), partition.partition()));
      if (next == null) {
        open.seekToBeginning(List.of(partition));
      } else {
        open.seek(partition, next);
      }
    }
  }

  private void hear(String cluster, ConsumerRecord<byte[], byte[]> record) {
    var partition = name(cluster, record.topic(), record.partition());
    positions.put(partition, record.offset() + 1);
    if (concernsOthers(record)) {
      return;
    }
    try {
      if (record.topic().equals(Topics.CALLS)) {
        inbox.call(partition, record.offset(), Json.WIRE.read(record.value(), Call.class));
      } else {
        inbox.instruction(
            partition, record.offset(), Json.WIRE.read(record.value(), Instruction.class));
      }
    } catch (Json.Unreadable e) {
      LOG.warn(
          "Passed over a record that is none of ours, {} offset {}: {}",
          partition,
          record.offset(),
          e.getMessage());
    }
  }

  /** Now and then one is handed over all the same, so that the journal knows how far this is. */
  private boolean concernsOthers(ConsumerRecord<byte[], byte[]> record) {
    var header = record.headers().lastHeader(Addressed.HEADER);
    return header != null
        && !Addressed.includes(header.value(), enrolment.workshop())
        && record.offset() % HANDED_OVER != HANDED_OVER - 1;
  }

  private void checkConnection(KafkaConsumer<byte[], byte[]> open) {
    double count =
        open.metrics().entrySet().stream()
            .filter(metric -> metric.getKey().name().equals("connection-count"))
            .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
            .sum();
    if (count > 0) {
      say(true, "connected to " + enrolment.bootstrapServers());
    } else {
      say(false, "no broker answers at " + enrolment.bootstrapServers() + "; trying again");
    }
  }

  private void say(boolean connected, String words) {
    if (connected != connection.connected() || !words.equals(connection.words())) {
      LOG.info("The way to the coordinator: {}", words);
      connection = new Border.Connection(connected, words);
    }
  }

  private String words(KafkaException e) {
    return switch (e) {
      case AuthenticationException _ ->
          "the broker does not know the user %s or its secret; enrol this workshop anew"
              .formatted(enrolment.user());
      case AuthorizationException _ ->
          "the broker does not let %s read %s; ask the coordinator's steward"
              .formatted(enrolment.user(), instructions);
      default ->
          "no broker at %s lets us in (%s); trying again"
              .formatted(enrolment.bootstrapServers(), e.getMessage());
    };
  }

  private static String name(String cluster, String topic, int partition) {
    return cluster + "/" + topic + "/" + partition;
  }
}
