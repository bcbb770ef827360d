package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.border.Border;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.log.TopicRange;
import org.vicinal.coordinator.log.TopicTail;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.coordinator.wiring.Wiring;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.wire.Topics;

/**
 * Takes an export in, through the deciders, so that states, wakes and events are as if they had
 * happened here; nobody is told of the old ones. See docs/decisions for the order of the steps.
 */
record Importer(Cluster cluster, Path data, Generation generation, StartGate gate, Border border) {
  private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
  private static final Duration SILENCE = Duration.ofMinutes(2);

  Backup.Summary from(Path path) throws IOException {
    var folder = new BackupFolder(path);
    var about = folder.about();
    requireEmpty();
    gate.hold();
    try (var producer = cluster.producer("import")) {
      // First of all: whatever is awarded from now on has a number that no journal knows.
      generation.set(Math.max(generation.getAsLong(), about.generation()) + 1);
      long files = folder.give(data);
      long events = submitEvents(folder, producer);
      awaitEvents(events);
      submitReactions(folder, producer);
      reconcile(members(folder), producer);
      return new Backup.Summary(path, events, files, generation.getAsLong());
    } finally {
      gate.release();
    }
  }

  private void requireEmpty() throws IOException {
    try (var reader = cluster.reader("import-check")) {
      var ends = reader.endOffsets(TopicRange.all(TopicPlan.EVENTS, TopicPlan.PARTITIONS));
      if (ends.values().stream().anyMatch(end -> end > 0)) {
        throw new IOException(
            "Expected a coordinator without a single event, but this one has some. Start one with a new --data folder and import there.");
      }
    }
  }

  private static long submitEvents(BackupFolder folder, Producer<byte[], byte[]> producer)
      throws IOException {
    var count = new AtomicLong();
    forEach(
        folder,
        event -> {
          send(producer, LogRecords.restored(event));
          count.incrementAndGet();
        });
    producer.flush();
    return count.get();
  }

  /**
   * What an export's events led to may not have been decided any more: a repetition does nothing.
   */
  private static void submitReactions(BackupFolder folder, Producer<byte[], byte[]> producer)
      throws IOException {
    forEach(
        folder,
        event ->
            Wiring.react(event).forEach(command -> send(producer, LogRecords.command(command))));
    producer.flush();
  }

  private static void send(
      Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
    var _ =
        producer.send(
            record,
            (_, failure) -> {
              if (failure != null) {
                LOG.error("The broker did not take a record of the import", failure);
              }
            });
  }

  private void awaitEvents(long expected) throws IOException {
    var left = new CountDownLatch(Math.toIntExact(expected));
    var tail =
        TopicTail.fromBeginning(cluster, TopicPlan.EVENTS, "import-events", _ -> left.countDown());
    try {
      long before = -1;
      while (!left.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (left.getCount() == before) {
          throw new IOException(
              "Expected %,d events to be taken over, but %,d are missing. The strays topic and the log say why."
                  .formatted(expected, before));
        }
        before = left.getCount();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while importing.", e);
    } finally {
      tail.close();
    }
  }

  private static Set<WorkshopId> members(BackupFolder folder) throws IOException {
    var members = new LinkedHashSet<WorkshopId>();
    forEach(
        folder,
        event -> {
          if (event.event() instanceof WorkshopEvent workshop) {
            switch (workshop) {
              case WorkshopEvent.WorkshopEnrolled it -> members.add(it.workshop());
              case WorkshopEvent.WorkshopLeaving it -> members.remove(it.workshop());
              case WorkshopEvent.WorkshopProvisioned _,
                  WorkshopEvent.MachinesDescribed _,
                  WorkshopEvent.WorkshopRevised _,
                  WorkshopEvent.RemovalDue _,
                  WorkshopEvent.WorkshopRemoved _ -> {}
            }
          }
        });
    return members;
  }

  private void reconcile(Set<WorkshopId> members, Producer<byte[], byte[]> producer) {
    byte[] question = Json.WIRE.write(new Instruction.Reconcile(generation.getAsLong()));
    for (var workshop : members) {
      border.readmit(workshop);
      send(
          producer,
          new ProducerRecord<>(
              Topics.instructions(workshop), 0, workshop.value().getBytes(UTF_8), question));
    }
    producer.flush();
  }

  private interface EventReader {
    void on(Occurred<?> event);
  }

  private static void forEach(BackupFolder folder, EventReader reader) throws IOException {
    for (int partition = 0; partition < TopicPlan.PARTITIONS; partition++) {
      try (var lines = folder.reader(partition)) {
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          reader.on(read("events/%02d.jsonl:%d".formatted(partition, number), line));
        }
      }
    }
  }

  private static Occurred<?> read(String where, String line) throws IOException {
    byte[] json = line.getBytes(UTF_8);
    try {
      return Nouns.readEvent(Nouns.JSON.read(json, Whose.class).entity(), json);
    } catch (Json.Unreadable e) {
      throw new IOException(where + ": " + e.getMessage(), e);
    }
  }

  /** As much of an event as says what kind it is. */
  private record Whose(EntityKey entity) {}
}
