package org.vicinal.coordinator.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka cluster with the coordinator's right to do everything there: makes clients.
 *
 * @param connection client settings that reach it
 * @param forWorkshops where workshops reach it, {@code host:port} by commas
 * @param alone whether the only broker is in this process, and with it the only coordinator
 */
public record Cluster(Map<String, Object> connection, String forWorkshops, boolean alone) {
  private static final int RETRY_MILLIS = 5; // the usual 100 would be most of a commit's time

  public Cluster {
    connection = Map.copyOf(connection);
  }

  static Cluster embedded(String internal, Account account, String forWorkshops) {
    return new Cluster(connect(internal, account), forWorkshops, true);
  }

  /**
   * A cluster elsewhere.
   *
   * @param properties a file of client settings, such as security; null for none
   */
  public static Cluster elsewhere(String bootstrapServers, @Nullable Path properties) {
    var all = new HashMap<String, Object>();
    all.put("bootstrap.servers", bootstrapServers);
    if (properties != null) {
      var read = new Properties();
      try (var in = Files.newInputStream(properties)) {
        read.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Expected client settings of Kafka in %s, but it cannot be read.".formatted(properties),
            e);
      }
      read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
    }
    Object told = all.remove("workshops.bootstrap.servers");
    return new Cluster(all, told == null ? bootstrapServers : told.toString(), false);
  }

  /** Client settings to reach {@code bootstrapServers} by SASL with {@code account}. */
  public static Map<String, Object> connect(String bootstrapServers, Account account) {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        account.scram());
  }

  /** A client for topics, rights and credentials. */
  public Admin admin() {
    return Admin.create(with(Map.of("client.id", "coordinator-admin")));
  }

  /** A producer whose records are acknowledged when they are safe, once each, in their order. */
  public Producer<byte[], byte[]> producer(String name) {
    return new KafkaProducer<>(
        with(
            Map.of(
                "client.id",
                name,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0,
                "delivery.timeout.ms",
                30_000,
                "request.timeout.ms",
                10_000,
                "max.block.ms",
                10_000,
                "retry.backoff.ms",
                RETRY_MILLIS)),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /**
   * A consumer of what is committed, without a group: it is told its partitions and keeps place.
   */
  public Consumer<byte[], byte[]> reader(String name) {
    return consumer(
        Map.of("client.id", name, "auto.offset.reset", "earliest", "enable.auto.commit", false));
  }

  /**
   * A consumer of what is committed, that shares its topics with the other instances and begins
   * where the group {@code name} was; a new group begins at the beginning.
   */
  public Consumer<byte[], byte[]> member(String name) {
    var all =
        new HashMap<String, Object>(
            Map.of(
                "client.id",
                name,
                "group.id",
                name,
                "group.protocol",
                "classic",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "session.timeout.ms",
                6_000,
                "heartbeat.interval.ms",
                2_000));
    if (alone) {
      all.put("group.instance.id", name); // the next process takes the place of a killed one
    }
    return consumer(all);
  }

  private Consumer<byte[], byte[]> consumer(Map<String, Object> more) {
    var all = new HashMap<String, Object>(more);
    all.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(with(all), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The connection with {@code more}. */
  public Map<String, Object> with(Map<String, Object> more) {
    var all = new HashMap<String, Object>(connection);
    all.putAll(more);
    return all;
  }

  /** Without the secret: for logs. */
  @Override
  public String toString() {
    return "Cluster at " + connection.get("bootstrap.servers");
  }
}
