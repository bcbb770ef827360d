package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vicinal.coordinator.border.Enrolments.Credential;
import org.vicinal.coordinator.border.Notices;
import org.vicinal.coordinator.broker.Account;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.Wish;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.messages.fit.MachineProfile;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.place.Place;
import org.vicinal.messages.wire.Topics;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * How long from asking for an order until its call is with a workshop, one customer at a time,
 * beside the broker's own time from produce to consume and the disk's time for a flush, in the same
 * run. Two transactions and a plain produce lie between.
 */
public final class LatencyBench {
  private static final Place SQUARE = new Place(50.93, 6.96);
  private static final WorkshopId WORKSHOP = new WorkshopId("bench");
  private static final Asker CUSTOMER = new Asker.Customer(new PersonId("p-bench"));
  private static final int WARM_UP = 40;
  private static final long PATIENCE_SECONDS = 30;
  private final RunningEngine engine;
  private final PrintStream out;

  private LatencyBench(RunningEngine engine, PrintStream out) {
    this.engine = engine;
    this.out = out;
  }

  /**
   * Runs over an empty folder and prints.
   *
   * @param orders how many are measured, after 40 to warm up
   */
  public static void run(EngineSettings settings, int orders, PrintStream out)
      throws IOException, InterruptedException {
    BenchPaper.machine(settings, out);
    BenchPaper.times(out, "disk: write 1 kB and flush", BenchPaper.flushes(settings.data()));
    Neighbourhood one = (_, _) -> List.of(new Neighbourhood.Neighbour(WORKSHOP, 500, machines()));
    long start = System.nanoTime();
    try (var engine = RunningEngine.start(settings, one, List.of(), Notices.NONE)) {
      out.printf("engine ready after %,d ms%n", millisSince(start));
      new LatencyBench(engine, out).measure(orders);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The engine did not answer: " + e, e);
    }
  }

  private void measure(int orders)
      throws InterruptedException, ExecutionException, TimeoutException {
    var credential = enrol();
    var connection =
        Cluster.connect(
            credential.bootstrapServers(), new Account(credential.user(), credential.secret()));
    var calls =
        credential.callPartitions().stream()
            .map(partition -> new TopicPartition(Topics.CALLS, partition))
            .toList();
    try (var consumer = consumer(connection)) {
      consumer.assign(calls);
      consumer.seekToEnd(calls);
      calls.forEach(consumer::position);
      double[] asked = new double[orders];
      double[] called = new double[orders];
      for (int number = -WARM_UP; number < orders; number++) {
        place(number, consumer, asked, called);
      }
      double[] broker = brokerTimes(orders, consumer);
      BenchPaper.times(out, "broker: produce to consume", broker);
      BenchPaper.times(out, "engine: ask to answer", asked);
      BenchPaper.times(out, "engine: ask to call at the workshop", called);
    }
  }

  private Credential enrol() throws InterruptedException, ExecutionException, TimeoutException {
    var steward = new Asker.Steward(new PersonId("p-steward"));
    var enrol = new WorkshopCommand.EnrolWorkshop(WORKSHOP, "Bench", SQUARE);
    engine
        .commands()
        .ask(new Submitted<>("bench-enrol", steward, enrol))
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return engine
        .enrolments()
        .secretOnce(WORKSHOP, SQUARE)
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void place(
      int number, KafkaConsumer<byte[], byte[]> consumer, double[] asked, double[] called)
      throws InterruptedException, ExecutionException, TimeoutException {
    var id = "bench-" + (number + WARM_UP);
    long start = System.nanoTime();
    var answer =
        engine.commands().ask(new Submitted<>(id, CUSTOMER, order(id))).toCompletableFuture();
    long[] answeredAt = {start};
    var timed = answer.whenComplete((_, _) -> answeredAt[0] = System.nanoTime());
    await(consumer, id + "-1");
    long calledAt = System.nanoTime();
    var refused = timed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).rejection();
    if (refused != null) {
      throw new IllegalStateException("The order was refused: " + refused.reason());
    }
    if (number >= 0) {
      asked[number] = (answeredAt[0] - start) / 1e6;
      called[number] = (calledAt - start) / 1e6;
    }
  }

  private static void await(KafkaConsumer<byte[], byte[]> consumer, String key)
      throws TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      for (var record : consumer.poll(Duration.ofSeconds(1))) {
        if (new String(record.key(), UTF_8).equals(key)) {
          return;
        }
      }
    }
    throw new TimeoutException("Nothing came under " + key);
  }

  /** From producing a record of 600 bytes until the workshop has it. */
  private double[] brokerTimes(int count, KafkaConsumer<byte[], byte[]> consumer)
      throws TimeoutException {
    var partition = new TopicPartition(Topics.instructions(WORKSHOP), 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition)); // nobody else is told anything here
    double[] times = new double[count];
    try (var producer = engine.cluster().producer("bench")) {
      for (int number = 0; number < count; number++) {
        var key = ("broker-" + number).getBytes(UTF_8);
        long start = System.nanoTime();
        var _ =
            producer.send(
                new ProducerRecord<>(partition.topic(), partition.partition(), key, new byte[600]));
        await(consumer, "broker-" + number);
        times[number] = (System.nanoTime() - start) / 1e6;
      }
    }
    return times;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> connection) {
    var all = new HashMap<String, Object>(connection);
    all.put("isolation.level", "read_committed");
    all.put("enable.auto.commit", false);
    return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<MachineProfile> machines() {
    return List.of(
        new MachineProfile(
            new MachineId("printer"),
            Making.FFF,
            Controller.MARLIN,
            new Size(250, 210, 200),
            Set.of("PLA"),
            280,
            110,
            0));
  }

  private static OrderCommand.PlaceOrder order(String id) {
    var program =
        new FileRef(
            "hook.gcode", FileRef.Role.PROGRAM, Digest.of(new byte[] {1}), 1, Controller.MARLIN);
    var part =
        new Requirement(
            Making.FFF, "PLA", new Size(40, 20, 12), Set.of(Controller.MARLIN), 210, 60, 0);
    var wish =
        new Wish(
            new PersonId("p-bench"),
            "Coat hook",
            null,
            part,
            List.of(program),
            1,
            Instant.now().plus(Duration.ofDays(1)),
            SQUARE);
    return new OrderCommand.PlaceOrder(new OrderId(id), wish, "", true, CommunityRules.usual());
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
