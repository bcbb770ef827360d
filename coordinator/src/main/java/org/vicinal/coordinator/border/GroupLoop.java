package org.vicinal.coordinator.border;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;

/**
 * A member of a consumer group on a thread of its own: hands records over, lets the work be
 * finished, and only then says that it has read them. After a failure or a crash the same records
 * come again, so whoever takes them must bear that.
 */
final class GroupLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupLoop.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final long PACE_MILLIS = 25; // what comes meanwhile is finished together
  private static final long LONGEST_OWED = 1_000_000_000L; // ns without saying what has been read
  private static final long PAUSE_MILLIS = 1_000; // after a failure, before the next try
  private final Consumer<byte[], byte[]> consumer;
  private final Supplier<Set<String>> topics;
  private final Work work;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable String trouble;
  private Set<String> subscribed = Set.of(); // owned by the thread
  private long committedAt = System.nanoTime(); // owned by the thread
  private boolean owed; // read, and not yet said so; owned by the thread

  private GroupLoop(
      Consumer<byte[], byte[]> consumer, String name, Supplier<Set<String>> topics, Work work) {
    this.consumer = consumer;
    this.topics = topics;
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /**
   * Starts.
   *
   * @param name of the group, for ever
   * @param topics asked before every poll; must answer at once
   */
  static GroupLoop start(Cluster cluster, String name, Supplier<Set<String>> topics, Work work) {
    var loop = new GroupLoop(cluster.member(name), name, topics, work);
    loop.thread.start();
    return loop;
  }

  /** Whether everything that was there when the first partitions were assigned has been read. */
  boolean hasCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  /** Why it does not get on at the moment; empty when it does. */
  Optional<String> findTrouble() {
    return thread.isAlive() || closing.getCount() == 0
        ? Optional.ofNullable(trouble)
        : Optional.of(
            thread.getName() + " has ended. Start the coordinator anew; its log says why.");
  }

  /** Records appended and not yet read, of the worst partition; NaN while it is not known. */
  double behind() {
    return consumer.metrics().entrySet().stream()
        .filter(it -> it.getKey().name().equals("records-lag-max"))
        .map(it -> it.getValue().metricValue())
        .filter(Double.class::isInstance)
        .mapToDouble(Double.class::cast)
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }

  private void run() {
    try (consumer) {
      while (closing.getCount() > 0) {
        try {
          turn();
          trouble = null;
        } catch (WakeupException e) {
          LOG.debug("{} ends", thread.getName());
        } catch (RuntimeException e) {
          trouble = thread.getName() + " failed and tries again: " + e;
          LOG.warn("{} failed and tries again: {}", thread.getName(), e.toString());
          startAgain();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws InterruptedException {
    var wanted = topics.get();
    if (!wanted.equals(subscribed)) {
      consumer.subscribe(wanted);
      subscribed = Set.copyOf(wanted);
    }
    if (subscribed.isEmpty()) {
      caughtUp.countDown();
      closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
      return;
    }
    var records = consumer.poll(POLL);
    for (var record : records) {
      work.on(record);
    }
    boolean done = !records.isEmpty() && work.finish();
    owed |= !records.isEmpty();
    if (done || (owed && (records.isEmpty() || System.nanoTime() - committedAt > LONGEST_OWED))) {
      consumer.commitSync();
      committedAt = System.nanoTime();
      owed = false;
    }
    if (done) {
      closing.await(PACE_MILLIS, TimeUnit.MILLISECONDS);
    }
    look();
  }

  private void look() {
    var mine = consumer.assignment();
    if (caughtUp.getCount() > 0 && !mine.isEmpty() && reachedEndOf(mine)) {
      caughtUp.countDown();
    }
  }

  private boolean reachedEndOf(Collection<TopicPartition> partitions) {
    return consumer.endOffsets(partitions).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Goes back to what was finished last. */
  private void startAgain() throws InterruptedException {
    if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      return;
    }
    try {
      consumer
          .committed(consumer.assignment())
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  consumer.seek(partition, offset);
                } else {
                  consumer.seekToBeginning(Set.of(partition));
                }
              });
    } catch (RuntimeException e) {
      LOG.warn("{} cannot go back yet: {}", thread.getName(), e.toString());
    }
  }

  /** Asks it to end; {@link #close} waits until it has. */
  void end() {
    closing.countDown();
    consumer.wakeup();
  }

  @Override
  public void close() {
    end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is done with the records; called by one thread. An exception: the same ones again. */
  interface Work {
    /** Takes a record. */
    void on(ConsumerRecord<byte[], byte[]> record);

    /**
     * Returns when everything that came of the records is safe; whether anything did. If not,
     * nobody minds when they come again.
     */
    boolean finish();
  }
}
