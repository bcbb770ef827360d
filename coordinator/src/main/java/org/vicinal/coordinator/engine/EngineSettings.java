package org.vicinal.coordinator.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.broker.BrokerSettings;

/**
 * How an engine runs.
 *
 * @param data folder of everything; {@code kafka}, {@code streams}, {@code keys} and {@code files}
 *     are in it
 * @param kafka {@code host:port} of a cluster elsewhere; null starts a broker in this process
 * @param kafkaProperties a file with client settings (security) for {@code kafka}; null for none
 * @param broker of the broker in this process
 */
public record EngineSettings(
    Path data,
    @Nullable String kafka,
    @Nullable Path kafkaProperties,
    BrokerSettings broker,
    Timings timings) {
  /** The usual settings over {@code data}: a broker of our own on loopback. */
  public static EngineSettings in(Path data) {
    return new EngineSettings(data, null, null, BrokerSettings.usual(), Timings.usual());
  }

  /** These settings with a cluster elsewhere. */
  public EngineSettings withKafka(String bootstrapServers, @Nullable Path properties) {
    return new EngineSettings(data, bootstrapServers, properties, broker, timings);
  }

  /** These settings with another broker in this process. */
  public EngineSettings withBroker(BrokerSettings other) {
    return new EngineSettings(data, kafka, kafkaProperties, other, timings);
  }

  /** These settings with other timings. */
  public EngineSettings withTimings(Timings other) {
    return new EngineSettings(data, kafka, kafkaProperties, broker, other);
  }

  /**
   * How long things take or wait.
   *
   * @param commit between two commits of the deciders' transactions while commands have to wait
   * @param poll how long the deciders' thread waits for records at a time
   * @param answer how long {@link Commands#ask} waits
   * @param gate how long after a start, and after the bridge has caught up, no entity is woken: one
   *     bidding window, so that nobody loses a tender because we were away
   * @param signalEvery at most one signal per run in this time
   */
  public record Timings(
      Duration commit, Duration poll, Duration answer, Duration gate, Duration signalEvery) {
    /** Commit 100 ms, poll 20 ms, answers 5 s, gate 2 min, signals 1 s. */
    public static Timings usual() {
      return new Timings(
          Duration.ofMillis(100),
          Duration.ofMillis(20),
          Duration.ofSeconds(5),
          Duration.ofMinutes(2),
          Duration.ofSeconds(1));
    }

    /** These timings with another gate. */
    public Timings withGate(Duration other) {
      return new Timings(commit, poll, answer, other, signalEvery);
    }
  }
}
