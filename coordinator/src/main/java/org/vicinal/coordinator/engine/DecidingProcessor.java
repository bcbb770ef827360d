package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Rejection;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.wire.Json;

/**
 * Hosts every decider for the entities of one partition.
 *
 * <p>Whatever comes, the stream goes on: what is not ours goes to the strays, a rule that throws
 * becomes an answer and a stray. All that is written belongs to one transaction with the command's
 * offset. A command that has just come is committed at once; those that had to wait are committed
 * together, because under load transactions cost more than what is in them. Owned by its task's
 * thread.
 */
final class DecidingProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  static final String STATES = "states";
  private static final Logger LOG = LoggerFactory.getLogger(DecidingProcessor.class);
  private static final long AGAIN_MILLIS = 1_000; // an entity that was woken and still wants to be
  private static final long GATE_MILLIS = 200; // between two looks at a closed gate
  private static final long FRESH_MILLIS = 60; // a command that has waited longer has company
  private final Deciding deciding;
  private final Strays strays;
  private final WakeGate gate;
  private final StateRepair repair;
  private final Wakes wakes = new Wakes();
  private @org.jspecify.annotations.Nullable Task task;

  DecidingProcessor(Deciding deciding, Strays strays, WakeGate gate, StateRepair repair) {
    this.deciding = deciding;
    this.strays = strays;
    this.gate = gate;
    this.repair = repair;
  }

  /** What a task has from its beginning to its end. */
  private record Task(
      ProcessorContext<byte[], byte[]> context,
      KeyValueStore<byte[], byte[]> states,
      WakeClock clock) {}

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    KeyValueStore<byte[], byte[]> states = context.getStateStore(STATES);
    task = new Task(context, states, new WakeClock(context, this::wakeAll));
    try (var all = states.all()) {
      all.forEachRemaining(
          entry -> wakes.set(LogRecords.entity(entry.key), StoredBytes.wakeMillis(entry.value)));
    }
    wind();
  }

  private Task task() {
    if (task == null) {
      throw new IllegalStateException("Expected init before anything else.");
    }
    return task;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    take(record);
    if (task().context().currentSystemTimeMs() - record.timestamp() < FRESH_MILLIS) {
      task().context().commit();
    }
  }

  private void take(Record<byte[], byte[]> record) {
    try {
      var entity = LogRecords.entity(record.key());
      var entry = Nouns.of(entity.noun());
      if (LogRecords.isRestored(record.headers())) {
        restore(entry, entity, record);
      } else {
        decide(entry, entity, LogRecords.readCommand(entity, record.value()), record);
      }
    } catch (Json.Unreadable | IllegalArgumentException e) {
      putAside(record, String.valueOf(e.getMessage()));
    }
  }

  private <S, C extends Command, E extends Event> void decide(
      Nouns.Entry<S, C, E> entry,
      EntityKey entity,
      Submitted<?> submitted,
      Record<byte[], byte[]> record) {
    Instant at = LogRecords.at(record.headers(), record.timestamp());
    Stored<S> stored = load(entry, entity);
    Outcome<S> outcome;
    MDC.put("entity", entity.toString());
    MDC.put("command", submitted.commandId());
    try {
      outcome = deciding.decide(entry, stored, submitted, at);
    } catch (RuntimeException e) { // a bug in a rule must not stop the others
      LOG.error("A rule threw at command {} for {}", submitted.commandId(), entity, e);
      putAside(record, "A rule threw: " + e);
      answer(record, submitted, fault(submitted, stored.version()));
      return;
    } finally {
      MDC.clear();
    }
    write(entity, submitted, outcome);
    answer(record, submitted, outcome.answer());
  }

  private static Answer fault(Submitted<?> submitted, long version) {
    return new Answer(
        submitted.commandId(),
        submitted.command().target(),
        version,
        new Rejection(
            Rejection.Kind.CONFLICT,
            "A fault in the coordinator's own rules: nothing has happened. The request is kept for those who look into it; please tell the steward its id, %s."
                .formatted(submitted.commandId()),
            null));
  }

  private void write(EntityKey entity, Submitted<?> submitted, Outcome<?> outcome) {
    if (outcome.bytes() != null) {
      task().states().put(LogRecords.key(entity), outcome.bytes());
    }
    outcome.events().forEach(event -> forward(TopicPlan.EVENTS, entity, Nouns.write(event)));
    outcome.reactions().forEach(this::submit);
    var wake = outcome.stored().wake();
    long earliest =
        submitted.command() instanceof Wake
            ? task().context().currentSystemTimeMs() + AGAIN_MILLIS
            : 0;
    wakes.set(entity, wake == null ? StoredBytes.NEVER : Math.max(wake.toEpochMilli(), earliest));
    wind();
  }

  private <S, C extends Command, E extends Event> void restore(
      Nouns.Entry<S, C, E> entry, EntityKey entity, Record<byte[], byte[]> record)
      throws Json.Unreadable {
    var event = Nouns.readEvent(entity, record.value());
    var stored = deciding.restore(entry, load(entry, entity), event);
    if (stored != null) {
      task().states().put(LogRecords.key(entity), StoredBytes.write(entry, stored));
      var taken = new RecordHeaders();
      LogRecords.markRestored(taken);
      task()
          .context()
          .forward(
              new Record<>(record.key(), record.value(), record.timestamp(), taken),
              TopicPlan.EVENTS);
      wakes.set(entity, stored.wake() == null ? StoredBytes.NEVER : stored.wake().toEpochMilli());
      wind();
    }
  }

  private <S> Stored<S> load(Nouns.Entry<S, ?, ?> entry, EntityKey entity) {
    byte[] bytes = task().states().get(LogRecords.key(entity));
    if (bytes == null) {
      return StoredBytes.nothing(entry.decider());
    }
    try {
      return StoredBytes.read(entry, bytes);
    } catch (Json.Unreadable e) {
      LOG.warn(
          "The state of {} has another shape and is made again from its events: {}",
          entity,
          e.getMessage());
      return repair.fromEvents(entry, entity);
    }
  }

  private void wakeAll() {
    long now = task().context().currentSystemTimeMs();
    if (!gate.open()) {
      task().clock().ringAt(now + GATE_MILLIS);
      return;
    }
    for (var due = wakes.findFirst();
        due.isPresent() && due.get().millis() <= now;
        due = wakes.findFirst()) {
      var entity = due.get().entity();
      wakes.remove(entity);
      var id = "wake/%s/%d/%d".formatted(entity, due.get().millis(), now);
      submit(new Submitted<>(id, new Asker.Coordinator(), Nouns.wake(entity)));
      task().context().commit();
    }
    wind();
  }

  private void wind() {
    long first = wakes.findFirst().map(Wakes.Due::millis).orElse(StoredBytes.NEVER);
    task().clock().ringAt(first);
  }

  private void submit(Submitted<?> command) {
    forward(TopicPlan.COMMANDS, command.command().target(), Nouns.write(command));
  }

  /** For most commands, which are wakes, reactions and reports, nobody waits. */
  private void answer(Record<byte[], byte[]> command, Submitted<?> said, Answer answer) {
    boolean refusedReport =
        said.by() instanceof Asker.Workshop && answer.rejection() != null; // Undone tells it
    if (!refusedReport && !LogRecords.isAsked(command.headers())) {
      return;
    }
    var context = task().context();
    context.forward(
        new Record<>(
            answer.commandId().getBytes(UTF_8), Nouns.write(answer), context.currentSystemTimeMs()),
        TopicPlan.ANSWERS);
  }

  private void forward(String sink, EntityKey entity, byte[] value) {
    var context = task().context();
    context.forward(
        new Record<>(LogRecords.key(entity), value, context.currentSystemTimeMs()), sink);
  }

  private void putAside(Record<byte[], byte[]> record, String reason) {
    var from =
        task()
            .context()
            .recordMetadata()
            .map(at -> "%s-%d@%d".formatted(at.topic(), at.partition(), at.offset()))
            .orElse(TopicPlan.COMMANDS);
    task().context().forward(strays.aside(record, from, reason), TopicPlan.STRAYS);
  }
}
