package org.vicinal.coordinator.border;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.TopicPlan;

/**
 * Whether the bridges of all instances together have copied what workshops had said when this one
 * started. What one bridge has read says nothing about that: it may have no topic at all.
 */
final class BridgeProgress implements AutoCloseable {
  static final String GROUP = "bridge"; // for ever
  private static final Logger LOG = LoggerFactory.getLogger(BridgeProgress.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private final Admin admin;
  private final Map<TopicPartition, Long> ends;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("bridge-progress").factory());
  private volatile boolean reached;

  /**
   * @param looks false when nobody will ask
   */
  BridgeProgress(Admin admin, TopicPlan plan, boolean looks) {
    this.admin = admin;
    this.ends = looks ? ends(plan) : Map.of();
    if (looks) {
      var _ = clock.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Map<TopicPartition, Long> ends(TopicPlan plan) {
    var asked =
        plan.listReports().stream()
            .collect(Collectors.toMap(it -> new TopicPartition(it, 0), _ -> OffsetSpec.latest()));
    var ends = new HashMap<TopicPartition, Long>();
    TopicPlan.waitFor(admin.listOffsets(asked).all())
        .forEach((partition, end) -> note(ends, partition, end));
    return Map.copyOf(ends);
  }

  private static void note(
      Map<TopicPartition, Long> ends, TopicPartition partition, ListOffsetsResultInfo end) {
    if (end.offset() > 0) {
      ends.put(partition, end.offset());
    }
  }

  private void look() {
    try {
      var copied =
          TopicPlan.waitFor(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
      reached =
          ends.entrySet().stream()
              .allMatch(
                  end -> {
                    var at = copied.get(end.getKey());
                    return at != null && at.offset() >= end.getValue();
                  });
      if (reached) {
        clock.shutdown();
      }
    } catch (RuntimeException e) { // the group may not be there yet
      LOG.debug("How far the bridges are is not known yet: {}", e.toString());
    }
  }

  /** Whether they have. Asked by many threads, often. */
  boolean reached() {
    return reached;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
