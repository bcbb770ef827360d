package org.vicinal.agent.network;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.wire.Topics;

/**
 * Tells reports in order, one at a time, until the broker has each; hours without a network are no
 * error. Owned by its own thread. After a failure it begins with a new producer and the same
 * report; what then comes twice is recognised by its sequence number.
 */
final class Teller {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final int SIGNALS_AT_ONCE = 8;
  private static final long LONGEST_PAUSE_MILLIS = 15_000;

  private final Enrolment enrolment;
  private final String topic;
  private final LinkedBlockingQueue<Report> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger signals = new AtomicInteger();
  private volatile @Nullable KafkaProducer<byte[], byte[]> producer;
  private volatile boolean closed;
  private @Nullable Thread thread;

  Teller(Enrolment enrolment) {
    this.enrolment = enrolment;
    this.topic = Topics.reports(enrolment.workshop());
  }

  synchronized void start(Border.Inbox inbox) {
    thread = Thread.ofPlatform().name("teller").daemon().start(() -> run(inbox));
  }

  void tell(Report report) {
    waiting.add(report);
  }

  void signal(Report report) {
    var open = producer;
    if (open == null || !waiting.isEmpty() || signals.get() >= SIGNALS_AT_ONCE) {
      return;
    }
    signals.incrementAndGet();
    try {
      var _ = open.send(record(report), (_, _) -> signals.decrementAndGet());
    } catch (KafkaException | IllegalStateException e) {
      signals.decrementAndGet();
    }
  }

  synchronized void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
    var open = producer;
    if (open != null) {
      open.close(Duration.ofMillis(300));
    }
  }

  private void run(Border.Inbox inbox) {
    try {
      while (!closed) {
        deliver(waiting.take(), inbox);
      }
    } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Report report, Border.Inbox inbox) throws InterruptedException {
    long pause = 250;
    while (!closed) {
      try {
        var done = producer().send(record(report)).get(90, TimeUnit.SECONDS);
        inbox.delivered(report.sequence(), Instant.ofEpochMilli(done.timestamp()));
        return;
      } catch (ExecutionException
          | java.util.concurrent.TimeoutException
          | KafkaException
          | IllegalStateException e) {
        if (closed) {
          return;
        }
        LOG.debug("Report {} has not gone yet: {}", report.sequence(), e.getMessage());
        discard();
        Thread.sleep(pause);
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    var open = producer;
    if (open == null) {
      open =
          new KafkaProducer<>(
              KafkaSettings.producer(enrolment),
              new ByteArraySerializer(),
              new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  private void discard() {
    var open = producer;
    producer = null;
    if (open != null) {
      open.close(Duration.ZERO);
    }
  }

  private ProducerRecord<byte[], byte[]> record(Report report) {
    return new ProducerRecord<>(topic, Json.WIRE.write(report));
  }
}
