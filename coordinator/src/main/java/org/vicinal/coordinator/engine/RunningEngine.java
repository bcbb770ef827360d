package org.vicinal.coordinator.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.border.Border;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.EmbeddedBroker;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.vault.SafeFile;

/** Starts the parts of an engine in their order, and stops them in the other. */
final class RunningEngine implements Engine {
  private static final Logger LOG = LoggerFactory.getLogger(RunningEngine.class);
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Cluster cluster;
  private final KafkaEventFeed events;
  private final KafkaCommands commands;
  private final Backup backup;
  private final Border border;
  private final KafkaSignals signals;

  private RunningEngine(
      EngineSettings settings, Neighbourhood neighbourhood, List<EventFeed.Follower> first)
      throws InterruptedException {
    try {
      SafeFile.makeFolder(settings.data());
      cluster = connect(settings);
      var admin = part(cluster.admin());
      var plan = new TopicPlan(admin, cluster.alone());
      plan.ensureOwn();
      events = part(new KafkaEventFeed(cluster));
      events.followAndWait(first);
      var generation = new Generation(settings.data());
      border =
          part(
              new Border(
                  cluster,
                  admin,
                  plan,
                  settings.data().resolve("keys"),
                  settings.timings().signalEvery()));
      signals = part(new KafkaSignals(cluster));
      var gate = new StartGate(settings.timings().gate(), border::hasCaughtUp, System::nanoTime);
      var deciding = new Deciding(generation, neighbourhood);
      var topology =
          new DecidingTopology(deciding, new Strays(), gate, new EventRepair(cluster, deciding));
      backup =
          new LogBackup(
              new Exporter(cluster, settings.data(), generation),
              new Importer(cluster, settings.data(), generation, gate, border));
      part(DecidingStreams.start(cluster, topology, settings.data(), settings.timings()));
      commands = part(new KafkaCommands(cluster, settings.timings().answer()));
    } catch (InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  static RunningEngine start(
      EngineSettings settings, Neighbourhood neighbourhood, List<EventFeed.Follower> first) {
    try {
      return new RunningEngine(settings, neighbourhood, first);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the engine was starting.", e);
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
