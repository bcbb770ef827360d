package org.vicinal.coordinator.border;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.TopicPlan;

/**
 * The reports topics there are, as the bridge reads them: an explicit list, renewed when a workshop
 * was provisioned here, and every half minute for those provisioned by another instance.
 */
final class ReportTopics implements Supplier<Set<String>>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReportTopics.class);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private final TopicPlan plan;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("report-topics").factory());
  private volatile Set<String> topics;

  ReportTopics(TopicPlan plan) {
    this.plan = plan;
    this.topics = Set.copyOf(plan.listReports());
    var _ =
        clock.scheduleWithFixedDelay(
            this::renew, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks again. */
  void renew() {
    try {
      topics = Set.copyOf(plan.listReports());
    } catch (RuntimeException e) {
      LOG.warn("The reports topics cannot be listed; the last list is used: {}", e.getMessage());
    }
  }

  @Override
  public Set<String> get() {
    return topics;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
