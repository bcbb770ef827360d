package org.vicinal.coordinator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.broker.Account;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.wire.Topics;

/** A workshop's clients with its own credential: what an agent has of Kafka. */
public final class Stall implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final WorkshopId workshop;
  private final Map<String, Object> connection;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Admin admin;
  private long sequence;

  public Stall(WorkshopId workshop, Enrolments.Credential credential) {
    this.workshop = workshop;
    this.connection =
        Cluster.connect(
            credential.bootstrapServers(), new Account(credential.user(), credential.secret()));
    this.producer =
        new KafkaProducer<>(
            with(
                Map.of(
                    "acks",
                    "all",
                    "max.block.ms",
                    5_000,
                    "delivery.timeout.ms",
                    5_000,
                    "request.timeout.ms",
                    4_000)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            with(
                Map.of(
                    "auto.offset.reset",
                    "earliest",
                    "enable.auto.commit",
                    false,
                    "isolation.level",
                    "read_committed",
                    "default.api.timeout.ms",
                    5_000)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.admin =
        Admin.create(with(Map.of("default.api.timeout.ms", 5_000, "request.timeout.ms", 4_000)));
  }

  public Map<String, Object> with(Map<String, Object> more) {
    var all = new HashMap<String, Object>(connection);
    all.putAll(more);
    return all;
  }

  public Admin admin() {
    return admin;
  }

  public KafkaConsumer<byte[], byte[]> consumer() {
    return consumer;
  }

  /** Reports what was {@code seen}, under the next number. */
  public void report(Seen seen) throws Exception {
    report(1, ++sequence, seen);
  }

  public void report(long epoch, long number, Seen seen) throws Exception {
    send(
        Topics.reports(workshop),
        Json.WIRE.write(new Report(workshop, epoch, number, Instant.EPOCH, seen)));
  }

  public void send(String topic, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(topic, value)).get(10, TimeUnit.SECONDS);
  }

  /** The first record of {@code partitions} that {@code looked} for. */
  public ConsumerRecord<byte[], byte[]> await(
      List<TopicPartition> partitions, Predicate<ConsumerRecord<byte[], byte[]>> looked) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var read = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (var record : consumer.poll(Duration.ofMillis(100))) {
        if (looked.test(record)) {
          return record;
        }
        read.add(record);
      }
    }
    throw new AssertionError("Expected another record in " + partitions + ", but found " + read);
  }

  /** The calls that this workshop reads. */
  public static List<TopicPartition> calls(Enrolments.Credential credential) {
    return credential.callPartitions().stream()
        .map(partition -> new TopicPartition(Topics.CALLS, partition))
        .toList();
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    admin.close(Duration.ZERO);
  }
}
