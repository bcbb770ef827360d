package org.vicinal.coordinator.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.log.TopicTail;

/** The event topic, read once for every follower. */
final class KafkaEventFeed implements EventFeed, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaEventFeed.class);
  private final Cluster cluster;
  private final List<TopicTail> tails = new CopyOnWriteArrayList<>();

  KafkaEventFeed(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public void follow(Follower follower) {
    var name = "events-" + (tails.size() + 1);
    tails.add(TopicTail.fromBeginning(cluster, TopicPlan.EVENTS, name, new EventReader(follower)));
  }

  /**
   * Follows with all of {@code first} and returns when they have caught up; whether they were told
   * anything.
   */
  boolean followAndWait(List<Follower> first) throws InterruptedException {
    var any = new AtomicBoolean();
    var behind = new CountDownLatch(first.size());
    for (var follower : first) {
      follow(
          new Follower() {
            @Override
            public void on(Occurred<?> event) {
              any.set(true);
              follower.on(event);
            }

            @Override
            public void caughtUp() {
              try {
                follower.caughtUp();
              } finally {
                behind.countDown();
              }
            }
          });
    }
    behind.await();
    return any.get();
  }

  @Override
  public void close() {
    tails.forEach(TopicTail::close);
  }

  private record EventReader(Follower follower) implements TopicTail.Reader {
    @Override
    public void on(ConsumerRecord<byte[], byte[]> record) {
      LogRecords.findEvent(record.key(), record.value())
          .ifPresentOrElse(
              follower::on,
              () ->
                  LOG.warn(
                      "Expected an event at events-{}@{}, but the bytes are not ours; they are skipped",
                      record.partition(),
                      record.offset()));
    }

    @Override
    public void caughtUp() {
      follower.caughtUp();
    }
  }
}
