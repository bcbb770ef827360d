package org.vicinal.coordinator.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;

/** The Kafka Streams application that runs the deciders. */
final class DecidingStreams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecidingStreams.class);
  private static final String NAME = "deciders"; // for ever: the group's and the changelogs' name
  private static final Duration SLOW_START = Duration.ofSeconds(4);
  private static final Duration LONGEST_START = Duration.ofMinutes(10); // states made anew
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
  private final KafkaStreams streams;

  private DecidingStreams(KafkaStreams streams) {
    this.streams = streams;
  }

  /** Starts, and returns when commands are decided. */
  static DecidingStreams start(
      Cluster cluster,
      Admin admin,
      DecidingTopology topology,
      Path data,
      EngineSettings.Timings timings)
      throws InterruptedException {
    var streams = new KafkaStreams(topology.build(), properties(cluster, data, timings));
    var running = new CountDownLatch(1);
    streams.setStateListener(
        (now, before) -> {
          LOG.debug("Deciders: {} after {}", now, before);
          if (now == KafkaStreams.State.RUNNING || now.hasNotStarted() || now.isShuttingDown()) {
            running.countDown();
          }
        });
    streams.setUncaughtExceptionHandler(
        failure -> {
          LOG.error("The deciders' thread failed and is replaced", failure);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    streams.start();
    awaitRunning(running, cluster, admin, streams);
    if (streams.state() != KafkaStreams.State.RUNNING) {
      streams.close(Duration.ZERO);
      throw new IllegalStateException(
          "Expected the deciders to run, but they are %s. Their log says why."
              .formatted(streams.state()));
    }
    return new DecidingStreams(streams);
  }

  /** A start that lasts may wait for what a dead process left; with others it is not ours alone. */
  private static void awaitRunning(
      CountDownLatch running, Cluster cluster, Admin admin, KafkaStreams streams)
      throws InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < LONGEST_START.toNanos()
        && !running.await(SLOW_START.toMillis(), TimeUnit.MILLISECONDS)) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      if (seconds > 2 * SLOW_START.toSeconds()) {
        LOG.warn(
            "The deciders get their states back since {} s: {}", seconds, Restoring.words(streams));
      }
      if (cluster.alone()) {
        HangingTransactions.end(cluster, admin);
      }
    }
  }

  private static Properties properties(Cluster cluster, Path data, EngineSettings.Timings timings) {
    var all = new Properties();
    all.putAll(cluster.connection());
    all.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            NAME,
            StreamsConfig.STATE_DIR_CONFIG,
            data.resolve("streams").toString(),
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.GROUP_PROTOCOL_CONFIG,
            "classic",
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            timings.commit().toMillis(),
            StreamsConfig.POLL_MS_CONFIG,
            timings.poll().toMillis(),
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            1,
            StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
            BoundedMemory.class,
            StreamsConfig.ENABLE_METRICS_PUSH_CONFIG,
            false));
    all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    // The usual 100 ms would be most of the time of a commit (KAFKA-20000).
    all.put(StreamsConfig.RETRY_BACKOFF_MS_CONFIG, 5);
    all.put(StreamsConfig.producerPrefix("retry.backoff.ms"), 5);
    all.put(
        StreamsConfig.consumerPrefix("retry.backoff.ms"), 50); // its heartbeat turns at this pace
    all.put(StreamsConfig.producerPrefix("linger.ms"), 0);
    all.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 10_000);
    all.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 6_000);
    all.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 2_000);
    all.put(StreamsConfig.mainConsumerPrefix("auto.offset.reset"), "earliest");
    if (cluster.alone()) {
      // The next process takes the place of a killed one, without waiting for its session's end.
      all.put(StreamsConfig.mainConsumerPrefix("group.instance.id"), NAME);
    } else {
      all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
      // Readers wait so long for what a killed instance had begun; its session lives 6 s anyway.
      all.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 4_000);
      all.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000);
    }
    return all;
  }

  /** Whether commands are decided at the moment. */
  Vitals.Check check() {
    var state = streams.state();
    if (state == KafkaStreams.State.RUNNING) {
      return Vitals.Check.well("commands are decided");
    }
    return state.isRunningOrRebalancing()
        ? Vitals.Check.well("the partitions are being shared anew; commands wait some seconds")
        : Vitals.Check.ill(
            "Expected the deciders to run, but they are %s. Look at the log, then start anew."
                .formatted(state));
  }

  /** The greatest value of the measure called {@code name}; NaN when none is known. */
  double worst(String name) {
    return streams.metrics().entrySet().stream()
        .filter(it -> it.getKey().name().equals(name))
        .map(it -> it.getValue().metricValue())
        .filter(Double.class::isInstance)
        .mapToDouble(Double.class::cast)
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }

  /** Stops; leaves the group, so that the next start need not wait. */
  @Override
  public void close() {
    streams.close(
        CloseOptions.timeout(LONGEST_STOP)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }
}
