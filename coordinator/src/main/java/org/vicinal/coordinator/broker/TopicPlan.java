package org.vicinal.coordinator.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.wire.Topics;

/** The topics there are, made when they are missing; what is there is never changed or removed. */
public final class TopicPlan {
  /** Wishes, by entity. */
  public static final String COMMANDS = "commands";

  /** What has happened, by entity, for ever. */
  public static final String EVENTS = "events";

  /** What became of each command, by command id. */
  public static final String ANSWERS = "answers";

  /** What workshops let us see while they work. */
  public static final String SIGNALS = "signals";

  /** Bytes that are not ours, and commands that no rule could bear. */
  public static final String STRAYS = "strays";

  /** Of commands, events and calls; for ever, since a key must stay in its partition. */
  public static final int PARTITIONS = 16;

  private static final long WAIT_SECONDS = 30;
  private static final Duration FOR_EVER = Duration.ofMillis(-1);
  private final Admin admin;
  private final short replication;

  /** The plan for the cluster of {@code admin}. */
  public TopicPlan(Admin admin, boolean alone) {
    this.admin = admin;
    this.replication = alone ? 1 : (short) -1; // -1: as the cluster says
  }

  /** Makes the coordinator's own topics. */
  public void ensureOwn() {
    ensure(
        List.of(
            topic(COMMANDS, PARTITIONS, Duration.ofDays(365), Map.of()),
            topic(EVENTS, PARTITIONS, FOR_EVER, Map.of()),
            topic(Topics.CALLS, PARTITIONS, Duration.ofDays(30), Map.of()),
            topic(STRAYS, 1, Duration.ofDays(90), Map.of()),
            topic(ANSWERS, 1, Duration.ofDays(1), UNFLUSHED),
            topic(SIGNALS, 1, Duration.ofHours(1), UNFLUSHED)));
  }

  /** Makes the pair of topics of {@code workshop}. */
  public void ensureOf(WorkshopId workshop) {
    ensure(
        List.of(
            topic(Topics.instructions(workshop), 1, FOR_EVER, Map.of()),
            topic(Topics.reports(workshop), 1, Duration.ofDays(365), Map.of())));
  }

  /** The names of all topics that are there. */
  public Set<String> listAll() {
    return waitFor(admin.listTopics().names());
  }

  /** The reports topics that are there. */
  public List<String> listReports() {
    return listAll().stream().filter(TopicPlan::isReports).sorted().toList();
  }

  private static boolean isReports(String topic) {
    try {
      Topics.senderOf(topic);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // another topic
    }
  }

  /** Nobody misses these after a power cut: their readers have gone as well. */
  private static final Map<String, String> UNFLUSHED =
      Map.of("flush.messages", Long.toString(Long.MAX_VALUE));

  private NewTopic topic(String name, int partitions, Duration kept, Map<String, String> more) {
    var settings = new HashMap<String, String>(more);
    settings.put("retention.ms", Long.toString(kept.toMillis()));
    settings.put("retention.bytes", "-1");
    settings.put("cleanup.policy", "delete");
    settings.put("message.timestamp.type", "LogAppendTime");
    return new NewTopic(name, partitions, replication).configs(settings);
  }

  private void ensure(Collection<NewTopic> wanted) {
    var there = listAll();
    var missing = wanted.stream().filter(topic -> !there.contains(topic.name())).toList();
    admin.createTopics(missing).values().values().forEach(TopicPlan::waitUnlessThere);
    checkPartitions(wanted.stream().filter(topic -> there.contains(topic.name())).toList());
  }

  private void checkPartitions(Collection<NewTopic> wanted) {
    var names = wanted.stream().map(NewTopic::name).toList();
    var found = waitFor(admin.describeTopics(names).allTopicNames());
    for (var topic : wanted) {
      var described = Objects.requireNonNull(found.get(topic.name()), "it was asked for");
      if (described.partitions().size() != topic.numPartitions()) {
        throw new IllegalStateException(
            "Expected topic %s with %d partitions, but it has %d. Use a cluster without other topics of this name."
                .formatted(topic.name(), topic.numPartitions(), described.partitions().size()));
      }
    }
  }

  private static void waitUnlessThere(KafkaFuture<Void> made) {
    try {
      made.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) { // somebody else was quicker
        throw new IllegalStateException("A topic cannot be made: " + e.getMessage(), e);
      }
    } catch (TimeoutException e) {
      throw notAnswering(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * What the broker answers.
   *
   * @throws IllegalStateException when it refuses, or says nothing for 30 s
   */
  public static <T> T waitFor(KafkaFuture<T> answer) {
    try {
      return answer.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException("The broker refused: " + cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw notAnswering(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException notAnswering(TimeoutException e) {
    return new IllegalStateException(
        "Expected an answer of the broker within %d s, but none came. Look at its log."
            .formatted(WAIT_SECONDS),
        e);
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while waiting for the broker.", e);
  }
}
