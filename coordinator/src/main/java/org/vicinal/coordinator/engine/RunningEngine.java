package org.vicinal.coordinator.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.border.Border;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.border.Notices;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.ClusterLook;
import org.vicinal.coordinator.broker.EmbeddedBroker;
import org.vicinal.coordinator.broker.Finding;
import org.vicinal.coordinator.broker.TopicLook;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.vault.SafeFile;
import org.vicinal.messages.config.ConfigurationError;

/** Starts the parts of an engine in their order, and stops them in the other. */
final class RunningEngine implements Engine {
  private static final Logger LOG = LoggerFactory.getLogger(RunningEngine.class);
  private static final Duration UNPACKED_LONG_AGO = Duration.ofHours(1);
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Cluster cluster;
  private final KafkaEventFeed events;
  private final KafkaCommands commands;
  private final Backup backup;
  private final Border border;
  private final KafkaSignals signals;
  private final Vitals vitals;

  private RunningEngine(
      EngineSettings settings,
      Neighbourhood neighbourhood,
      List<EventFeed.Follower> first,
      Notices notices)
      throws InterruptedException {
    try {
      SafeFile.makeFolder(settings.data());
      Leftovers.sweep(
          Path.of(System.getProperty("java.io.tmpdir")), Instant.now().minus(UNPACKED_LONG_AGO));
      cluster = connect(settings);
      var admin = part(cluster.admin());
      if (!cluster.alone()) {
        refuseUnlessFit(admin);
      }
      var plan = new TopicPlan(admin, cluster.alone());
      plan.ensureOwn();
      events = part(new KafkaEventFeed(cluster));
      boolean been = events.followAndWait(first) || first.isEmpty();
      var keys = settings.data().resolve("keys");
      var generation = new Generation(cluster.alone() ? settings.data() : keys);
      border =
          part(new Border(cluster, admin, plan, keys, settings.timings().signalEvery(), notices));
      signals = part(new KafkaSignals(cluster));
      // Where nothing has ever happened nobody can have spoken while we were away.
      var window = been ? settings.timings().gate() : Duration.ZERO;
      var gate = new StartGate(window, border::hasCaughtUp, System::nanoTime);
      var deciding = new Deciding(generation, neighbourhood);
      var strays = new Strays();
      var topology =
          new DecidingTopology(deciding, strays, gate, new EventRepair(cluster, deciding));
      backup =
          new LogBackup(
              new Exporter(cluster, settings.data(), generation),
              new Importer(cluster, settings.data(), generation, gate, border));
      var deciders =
          part(
              DecidingStreams.start(cluster, admin, topology, settings.data(), settings.timings()));
      vitals = new EngineVitals(cluster, admin, deciders, border, strays);
      commands = part(new KafkaCommands(cluster, settings.timings().answer()));
    } catch (InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  static RunningEngine start(
      EngineSettings settings,
      Neighbourhood neighbourhood,
      List<EventFeed.Follower> first,
      Notices notices) {
    try {
      return new RunningEngine(settings, neighbourhood, first, notices);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the engine was starting.", e);
    }
  }

  /** A cluster that would forget what it was given is not begun with. */
  private static void refuseUnlessFit(Admin admin) {
    var found = new ArrayList<>(new ClusterLook(admin).findings());
    if (found.stream().noneMatch(it -> it.level() == Finding.Level.BAD)) {
      found.addAll(new TopicLook(admin).findings(Instant.now()));
    }
    var bad = new StringJoiner("%n".formatted());
    for (var one : found) {
      switch (one.level()) {
        case WELL -> LOG.debug("{}", one.says());
        case DOUBTFUL -> LOG.warn("{}", one.says());
        case BAD -> bad.add(one.says());
      }
    }
    if (bad.length() > 0) {
      throw new ConfigurationError(bad.toString());
    }
  }

  private Cluster connect(EngineSettings settings) {
    return settings.kafka() == null
        ? part(EmbeddedBroker.start(settings.data(), settings.broker())).cluster()
        : Cluster.elsewhere(settings.kafka(), settings.kafkaProperties());
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  Cluster cluster() {
    return cluster;
  }

  @Override
  public Commands commands() {
    return commands;
  }

  @Override
  public EventFeed events() {
    return events;
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public Enrolments enrolments() {
    return border;
  }

  @Override
  public Backup backup() {
    return backup;
  }

  @Override
  public Vitals vitals() {
    return vitals;
  }

  @Override
  public String bootstrapServers() {
    return cluster.forWorkshops();
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      var part = parts.pop();
      long start = System.nanoTime();
      try {
        part.close();
        LOG.debug("{} stopped in {} ms", part, (System.nanoTime() - start) / 1_000_000);
      } catch (Exception e) { // what closing may throw; the others must be closed all the same
        LOG.warn("A part of the engine did not stop well", e);
      }
    }
  }
}
