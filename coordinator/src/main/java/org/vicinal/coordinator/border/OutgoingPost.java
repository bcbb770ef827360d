package org.vicinal.coordinator.border;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.notice.NoticeEvent;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.coordinator.wiring.Outgoing;
import org.vicinal.coordinator.wiring.Undone;
import org.vicinal.coordinator.wiring.Wiring;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.wire.Addressed;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.wire.Topics;

/**
 * Follows the events and tells workshops, and customers who asked for it, what concerns them. After
 * a crash the last ones are told again; agents recognise them. Events of an export are not told:
 * their time is over.
 */
final class OutgoingPost implements GroupLoop.Work, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingPost.class);
  private final CallCells cells;
  private final TopicPlan plan;
  private final Sending sending;
  private final Notices notices;
  private final Set<String> known = new HashSet<>();

  OutgoingPost(Cluster cluster, TopicPlan plan, CallCells cells, Notices notices) {
    this.cells = cells;
    this.notices = notices;
    this.plan = plan;
    this.sending = new Sending(cluster.producer("outgoing"));
  }

  @Override
  public void on(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(TopicPlan.ANSWERS)) {
      answered(record);
    } else if (!LogRecords.isRestored(record.headers())) {
      LogRecords.findEvent(record.key(), record.value()).ifPresent(this::tell);
    }
  }

  private void answered(ConsumerRecord<byte[], byte[]> record) {
    try {
      var answer = Nouns.JSON.read(record.value(), Answer.class);
      Undone.told(answer)
          .ifPresent(
              it -> instruct(it.workshop(), answer.entity(), Json.WIRE.write(it.instruction())));
    } catch (Json.Unreadable | IllegalArgumentException e) {
      LOG.warn("Expected an answer at answers@{}: {}", record.offset(), e.getMessage());
    }
  }

  private void tell(Occurred<?> event) {
    if (event.event() instanceof NoticeEvent.NoticeDue due) {
      notices.send(due);
    } else {
      notices.suggest(event).ifPresent(command -> sending.send(LogRecords.command(command)));
    }
    for (var outgoing : Wiring.outgoing(event)) {
      switch (outgoing) {
        case Outgoing.ToCalls it -> sending.send(record(it));
        case Outgoing.ToWorkshop it ->
            instruct(it.workshop(), event.entity(), Json.WIRE.write(it.instruction()));
      }
    }
  }

  private ProducerRecord<byte[], byte[]> record(Outgoing.ToCalls it) {
    var record =
        new ProducerRecord<>(
            Topics.CALLS,
            cells.partitionOf(it.place()),
            it.call().job().value().getBytes(UTF_8),
            Json.WIRE.write(it.call()));
    record.headers().add(Addressed.HEADER, Addressed.to(it.call().called()));
    return record;
  }

  /** A topic that is not there would hold up everybody for as long as a producer waits. */
  private void instruct(WorkshopId workshop, EntityKey entity, byte[] instruction) {
    var topic = Topics.instructions(workshop);
    if (!known.contains(topic)) {
      known.addAll(plan.listAll());
    }
    if (known.contains(topic)) {
      sending.send(new ProducerRecord<>(topic, 0, entity.toString().getBytes(UTF_8), instruction));
    } else {
      LOG.error(
          "Expected topic {} to tell of {}, but it is not there; nobody is told", topic, entity);
    }
  }

  @Override
  public boolean finish() {
    return sending.finish();
  }

  @Override
  public void close() {
    sending.close();
  }
}
