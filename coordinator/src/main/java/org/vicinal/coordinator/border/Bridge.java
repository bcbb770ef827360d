package org.vicinal.coordinator.border;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.coordinator.wiring.Wiring;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.wire.Topics;

/**
 * Copies what workshops report into the commands. The sender is the topic's name, whatever the
 * report says, and the time is when the broker appended the report: a bid that was in time stays in
 * time however long we were away. What is not a report goes to the strays.
 */
final class Bridge implements GroupLoop.Work, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
  private static final int LARGEST_REPORT = 128 * 1024; // bytes; 64 machines take about 40 kB
  private final Sending sending;
  private final SignalRate rate;
  private final AtomicLong strays = new AtomicLong();

  Bridge(Cluster cluster, Duration signalEvery) {
    this.sending = new Sending(cluster.producer("bridge"));
    this.rate = new SignalRate(signalEvery);
  }

  /** How many records since the start were no reports. */
  long strays() {
    return strays.get();
  }

  @Override
  public void on(ConsumerRecord<byte[], byte[]> record) {
    var sender = Topics.senderOf(record.topic());
    if (record.value() == null || record.value().length > LARGEST_REPORT) {
      putAside(record, "Expected a report of at most " + LARGEST_REPORT + " bytes.", new byte[0]);
      return;
    }
    List<ProducerRecord<byte[], byte[]>> copies;
    try {
      var report = Json.WIRE.read(record.value(), Report.class);
      copies = copiesOf(sender, Instant.ofEpochMilli(record.timestamp()), report);
    } catch (Json.Unreadable | RuntimeException e) { // half a report makes rules throw
      putAside(record, String.valueOf(e.getMessage()), record.value());
      return;
    }
    copies.forEach(sending::send);
  }

  private List<ProducerRecord<byte[], byte[]>> copiesOf(
      WorkshopId sender, Instant at, Report report) {
    var copies = new ArrayList<ProducerRecord<byte[], byte[]>>();
    Wiring.fromReport(sender, report)
        .ifPresent(command -> copies.add(LogRecords.command(command, at)));
    if (rate.shows(sender, report.seen(), at)) {
      copies.add(
          new ProducerRecord<>(
              TopicPlan.SIGNALS,
              sender.value().getBytes(UTF_8),
              Nouns.write(new Signal(sender, at, report))));
    }
    return copies;
  }

  private void putAside(ConsumerRecord<byte[], byte[]> record, String reason, byte[] value) {
    LOG.warn(
        "Put a record of {}@{} aside, the {}. since the start: {}",
        record.topic(),
        record.offset(),
        strays.incrementAndGet(),
        reason);
    var stray = new ProducerRecord<byte[], byte[]>(TopicPlan.STRAYS, record.key(), value);
    stray.headers().add("from", (record.topic() + "@" + record.offset()).getBytes(UTF_8));
    stray.headers().add("reason", reason.getBytes(UTF_8));
    sending.send(stray);
  }

  @Override
  public boolean finish() {
    sending.finish();
    return true; // how far it has come is looked at: BridgeProgress
  }

  @Override
  public void close() {
    sending.close();
  }
}
