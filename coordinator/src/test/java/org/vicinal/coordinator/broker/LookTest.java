package org.vicinal.coordinator.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster that would forget, mix up or misdate what it is given is recognised before it is used,
 * with what to change.
 */
class LookTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void ourOwnBrokerAndTopicsAreWell(@TempDir Path data) {
    try (var broker = EmbeddedBroker.start(data, BrokerSettings.usual());
        var admin = broker.cluster().admin()) {
      new TopicPlan(admin, true).ensureOwn();
      assertThat(new ClusterLook(admin).findings())
          .extracting(Finding::level)
          .containsOnly(Finding.Level.WELL);
      assertThat(new TopicLook(admin).findings(Instant.now()))
          .extracting(Finding::level)
          .containsOnly(Finding.Level.WELL);

      set(admin, "events", "retention.ms", "604800000");
      set(admin, "commands", "message.timestamp.type", "CreateTime");
      assertThat(bad(admin, 2))
          .hasSize(2)
          .anyMatch(
              it ->
                  it.contains("topic events to be kept for ever") && it.contains("retention.ms=-1"))
          .anyMatch(it -> it.contains("message.timestamp.type=LogAppendTime of topic commands"));
    }
  }

  @Test
  void topicsOfSomebodyElseAreBadAndABrokerThatDoesNotFlushIsDoubtful(@TempDir Path data) {
    var relaxed = BrokerSettings.usual().with(BrokerSettings.Durability.RELAXED);
    try (var broker = EmbeddedBroker.start(data, relaxed);
        var admin = broker.cluster().admin()) {
      TopicPlan.waitFor(admin.createTopics(List.of(new NewTopic("commands", 3, (short) 1))).all());
      assertThat(bad(admin, 1))
          .anyMatch(it -> it.contains("topic commands with 16 partitions, but it has 3"));
      assertThat(new ClusterLook(admin).findings())
          .filteredOn(it -> it.level() == Finding.Level.DOUBTFUL)
          .extracting(Finding::says)
          .singleElement()
          .asString()
          .contains("log.flush.interval.messages=1");
    }
  }

  /** Once there are so many: a broker learns from the controller a moment after it was done. */
  private static List<String> bad(Admin admin, int count) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var bad =
          new TopicLook(admin)
              .findings(Instant.now()).stream()
                  .filter(it -> it.level() == Finding.Level.BAD)
                  .map(Finding::says)
                  .toList();
      if (bad.size() >= count || System.nanoTime() > end) {
        return bad;
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static void set(Admin admin, String topic, String name, String value) {
    TopicPlan.waitFor(
        admin
            .incrementalAlterConfigs(
                Map.of(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    List.of(
                        new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
            .all());
  }
}
