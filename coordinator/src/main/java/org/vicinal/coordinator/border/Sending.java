package org.vicinal.coordinator.border;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Records on their way; {@link #finish} returns when the broker has all of them. One thread. */
final class Sending implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final List<Future<RecordMetadata>> underway = new ArrayList<>();

  Sending(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    underway.add(producer.send(record));
  }

  /**
   * Waits for everything sent since the last call; whether there was anything.
   *
   * @throws IllegalStateException when the broker did not take something
   */
  boolean finish() {
    if (underway.isEmpty()) {
      return false;
    }
    producer.flush();
    try {
      for (var one : underway) {
        one.get();
      }
      return true;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker did not take a record: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending.", e);
    } finally {
      underway.clear();
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
