package org.vicinal.coordinator.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.wire.Topics;

/**
 * Looks whether our topics are what they must be for ever, and how far behind their readers are.
 * Changes nothing.
 */
public final class TopicLook {
  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final long MUCH = 1_000; // records that a reader may be behind
  private static final Map<String, Duration> LEAST_KEPT =
      Map.of(
          TopicPlan.COMMANDS, Duration.ofDays(30),
          Topics.CALLS, Duration.ofDays(1));
  private final Admin admin;

  /** Over the cluster of {@code admin}. */
  public TopicLook(Admin admin) {
    this.admin = admin;
  }

  /** Everything that can be seen; a topic that is not there yet is no fault. */
  public List<Finding> findings(Instant now) {
    var found = new ArrayList<Finding>();
    var there = TopicPlan.waitFor(admin.listTopics().names());
    var ours =
        List.of(TopicPlan.COMMANDS, TopicPlan.EVENTS, Topics.CALLS).stream()
            .filter(there::contains)
            .toList();
    if (ours.isEmpty()) {
      return List.of(Finding.well("the cluster is empty; a coordinator will make its topics"));
    }
    var described = TopicPlan.waitFor(admin.describeTopics(ours).allTopicNames());
    var configs =
        TopicPlan.waitFor(
            admin.describeConfigs(ours.stream().map(TopicLook::resource).toList()).all());
    for (var topic : ours) {
      var config = configs.get(resource(topic));
      var description = described.get(topic);
      if (config != null && description != null) {
        found.addAll(topic(description, config));
      }
    }
    if (whole(described.get(TopicPlan.EVENTS))) {
      found.add(clocks(now));
    }
    if (whole(described.get(TopicPlan.COMMANDS))) {
      found.add(behind("deciders", TopicPlan.COMMANDS));
    }
    return found;
  }

  private static boolean whole(@Nullable TopicDescription topic) {
    return topic != null && topic.partitions().size() == TopicPlan.PARTITIONS;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static List<Finding> topic(TopicDescription topic, Config config) {
    var found = new ArrayList<Finding>();
    var name = topic.name();
    if (!whole(topic)) {
      found.add(
          Finding.bad(
              "Expected topic %s with %d partitions, but it has %d: keys would change their partition. Use a cluster without other topics of this name."
                  .formatted(name, TopicPlan.PARTITIONS, topic.partitions().size())));
    }
    long kept = Long.parseLong(value(config, "retention.ms", "-1"));
    var least = LEAST_KEPT.get(name);
    if (kept != -1 && (least == null || kept < least.toMillis())) {
      found.add(
          Finding.bad(
              "Expected topic %s to be kept %s, but retention.ms is %,d: what was promised would be forgotten. Set it: kafka-configs.sh --alter --entity-type topics --entity-name %s --add-config retention.ms=%d"
                  .formatted(
                      name,
                      least == null ? "for ever" : "at least %d days".formatted(least.toDays()),
                      kept,
                      name,
                      least == null ? -1 : Duration.ofDays(365).toMillis())));
    }
    mustBe(found, name, config, "retention.bytes", "-1");
    mustBe(found, name, config, "cleanup.policy", "delete");
    mustBe(found, name, config, "message.timestamp.type", "LogAppendTime");
    long offline = topic.partitions().stream().filter(it -> it.leader() == null).count();
    long thin =
        topic.partitions().stream().filter(it -> it.isr().size() < it.replicas().size()).count();
    if (offline > 0) {
      found.add(
          Finding.bad(
              "%d partitions of %s have no leader. Start the brokers that are missing."
                  .formatted(offline, name)));
    } else if (thin > 0) {
      found.add(
          Finding.doubtful(
              "%d partitions of %s have replicas that are behind. Look whether all brokers run."
                  .formatted(thin, name)));
    }
    if (found.isEmpty()) {
      found.add(Finding.well("topic %s is as it should be".formatted(name)));
    }
    return found;
  }

  private static void mustBe(
      List<Finding> found, String topic, Config config, String setting, String wanted) {
    var is = value(config, setting, wanted);
    if (!is.equals(wanted)) {
      found.add(
          Finding.bad(
              "Expected %s=%s of topic %s, but found %s. Set it: kafka-configs.sh --alter --entity-type topics --entity-name %s --add-config %s=%s"
                  .formatted(setting, wanted, topic, is, topic, setting, wanted)));
    }
  }

  private static String value(Config config, String setting, String absent) {
    var entry = config.get(setting);
    return entry == null || entry.value() == null ? absent : entry.value();
  }

  /** The newest event cannot be younger than now. */
  private Finding clocks(Instant now) {
    long newest =
        TopicPlan.waitFor(
                admin.listOffsets(asked(TopicPlan.EVENTS, OffsetSpec.maxTimestamp())).all())
            .values()
            .stream()
            .mapToLong(it -> it.timestamp())
            .max()
            .orElse(-1);
    var ahead = Duration.between(now, Instant.ofEpochMilli(newest));
    return ahead.compareTo(SKEW) > 0
        ? Finding.bad(
            "The newest event is %d s in the future of this machine's clock. Set both clocks by NTP: deadlines go by the broker's."
                .formatted(ahead.toSeconds()))
        : Finding.well("this machine's clock is not behind the brokers'");
  }

  private static Map<TopicPartition, OffsetSpec> asked(String topic, OffsetSpec what) {
    return IntStream.range(0, TopicPlan.PARTITIONS)
        .mapToObj(it -> new TopicPartition(topic, it))
        .collect(Collectors.toMap(it -> it, _ -> what));
  }

  private Finding behind(String group, String topic) {
    var read =
        TopicPlan.waitFor(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    var ends = TopicPlan.waitFor(admin.listOffsets(asked(topic, OffsetSpec.latest())).all());
    long behind = 0;
    for (var end : ends.entrySet()) {
      var at = read.get(end.getKey());
      behind += end.getValue().offset() - (at == null ? 0 : at.offset());
    }
    return behind > MUCH
        ? Finding.doubtful(
            "%s are %,d records of %s behind. Look whether a coordinator runs, and whether its machine and the brokers have time to spare."
                .formatted(group, behind, topic))
        : Finding.well("%s are at the end of %s".formatted(group, topic));
  }
}
