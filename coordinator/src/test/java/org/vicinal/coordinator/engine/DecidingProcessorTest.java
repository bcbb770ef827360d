package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.deal.DealCommand;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.decide.Things;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.order.OrderCommand;
import org.vicinal.coordinator.order.OrderEvent;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.work.Size;

/** The processor decides, reacts, wakes and goes on, whatever comes. */
class DecidingProcessorTest {
  private static final Neighbourhood ONE_PRINTER =
      Things.neighbours(
          Things.neighbour(Things.WEIR_LANE, 500, Things.printer(new Size(250, 210, 200))));
  @TempDir Path folder;
  private final Strays strays = new Strays();
  private boolean gateOpen = true;
  private boolean neighbourhoodFails;
  private int repairs;
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    driver = start(Things.NOON);
  }

  private TopologyTestDriver start(Instant at) {
    Neighbourhood neighbourhood =
        (middle, metres) -> {
          if (neighbourhoodFails) {
            throw new IllegalStateException("a bug");
          }
          return ONE_PRINTER.within(middle, metres);
        };
    var deciding = new Deciding(() -> 3, neighbourhood);
    var repair =
        new StateRepair() {
          @Override
          public <S> Stored<S> fromEvents(Nouns.Entry<S, ?, ?> entry, EntityKey entity) {
            repairs++;
            return StoredBytes.nothing(entry.decider());
          }
        };
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    return new TopologyTestDriver(
        new DecidingTopology(deciding, strays, () -> gateOpen, repair).build(), settings, at);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void anOrderOpensItsJobAndTheJobCalls() {
    submit("c1", Things.ANA_ASKS, order("o-1", true));
    assertThat(happened())
        .hasExactlyElementsOfTypes(
            OrderEvent.OrderPlaced.class,
            OrderEvent.OrderConfirmed.class,
            JobEvent.JobOpened.class,
            JobEvent.RingCalled.class);
    assertThat(answers()).extracting(Answer::commandId).containsExactly("c1");
  }

  @Test
  void nobodyIsAnsweredWhoDoesNotWait() {
    pipe(
        LogRecords.command(new Submitted<>("c1", Things.ANA_ASKS, order("o-1", true))),
        Things.NOON);
    assertThat(happened()).hasSize(4);
    assertThat(answers()).isEmpty();
  }

  @Test
  void aCommandIdThatComesAgainGetsTheSameAnswerAndNothingElse() {
    submit("c1", Things.ANA_ASKS, order("o-1", true));
    var first = answers().getFirst();
    happened();
    submit("c1", Things.ANA_ASKS, order("o-1", true));
    assertThat(happened()).isEmpty();
    assertThat(answers()).containsExactly(first);
  }

  @Test
  void aWorkshopIsToldWhatIsRefused() {
    var lot = org.vicinal.messages.id.LotId.parse("o-1.1.0.1");
    var by = new Asker.Workshop(new org.vicinal.messages.id.WorkshopId("mill-lane"));
    pipe(
        LogRecords.command(
            new Submitted<>("report/mill-lane/1/1", by, new DealCommand.ReadyPieces(lot))),
        Things.NOON);
    assertThat(answers()).hasSize(1);
  }

  @Test
  void aReportIsDecidedByTheTimeItWasAppendedAndNotByTheTimeItWasCopied() {
    var record =
        LogRecords.command(
            new Submitted<>("c1", Things.ANA_ASKS, order("o-1", true)),
            Things.NOON.minusSeconds(60));
    pipe(record, Things.NOON.plusSeconds(60));
    assertThat(events().getFirst().at()).isEqualTo(Things.NOON.minusSeconds(60));
  }

  @Test
  void bytesThatAreNotOursGoToTheStraysAndTheNextCommandIsDecided() {
    pipe(new ProducerRecord<>(TopicPlan.COMMANDS, new byte[] {1}, new byte[] {2}), Things.NOON);
    pipe(new ProducerRecord<>(TopicPlan.COMMANDS, null, null), Things.NOON);
    pipe(
        new ProducerRecord<>(TopicPlan.COMMANDS, "order:o-1".getBytes(UTF_8), "{}".getBytes(UTF_8)),
        Things.NOON);
    submit("c1", Things.ANA_ASKS, order("o-1", true));
    assertThat(output(TopicPlan.STRAYS)).hasSize(3);
    assertThat(strays.count()).isEqualTo(3);
    assertThat(happened()).hasSize(4);
  }

  @Test
  void aRuleThatThrowsAnswersIsKeptAsideAndDoesNotStopTheOthers() {
    neighbourhoodFails = true;
    submit("c1", Things.ANA_ASKS, order("o-1", true));
    var aside = output(TopicPlan.STRAYS);
    assertThat(aside).hasSize(1);
    answers();
    var again =
        new ProducerRecord<>(TopicPlan.COMMANDS, aside.getFirst().key(), aside.getFirst().value());
    LogRecords.markAsked(again.headers());
    pipe(again, Things.NOON);
    assertThat(answers().getLast().rejection()).isNotNull();
    neighbourhoodFails = false;
    happened();
    submit("c2", Things.ANA_ASKS, order("o-2", true));
    assertThat(happened()).hasSize(4);
  }

  @Test
  void anEntityIsWokenWhenItsTimeHasCome() {
    submit("c1", Things.ANA_ASKS, order("o-1", false)); // a guest's: 24 hours to confirm
    happened();
    driver.advanceWallClockTime(Duration.ofHours(23));
    assertThat(happened()).isEmpty();
    driver.advanceWallClockTime(Duration.ofHours(2));
    assertThat(happened()).hasExactlyElementsOfTypes(OrderEvent.OrderExpired.class);
  }

  @Test
  void nobodyIsWokenWhileTheGateIsClosed() {
    gateOpen = false;
    submit("c1", Things.ANA_ASKS, order("o-1", false));
    happened();
    driver.advanceWallClockTime(Duration.ofHours(25));
    assertThat(happened()).isEmpty();
    gateOpen = true;
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(happened()).hasExactlyElementsOfTypes(OrderEvent.OrderExpired.class);
  }

  @Test
  void theTimeOfAWakeStandsInFrontOfTheState() {
    submit("c1", Things.ANA_ASKS, order("o-1", false));
    happened();
    byte[] key = "order:o-1".getBytes(UTF_8);
    byte[] state = driver.<byte[], byte[]>getKeyValueStore(DecidingProcessor.STATES).get(key);
    assertThat(StoredBytes.wakeMillis(state))
        .isEqualTo(Things.NOON.plus(Duration.ofHours(24)).toEpochMilli());
  }

  @Test
  void aStateOfAnotherShapeIsMadeAgainFromItsEvents() {
    driver
        .<byte[], byte[]>getKeyValueStore(DecidingProcessor.STATES)
        .put("order:o-1".getBytes(UTF_8), "????????{\"shape\":\"other\"}".getBytes(UTF_8));
    submit("c2", Things.ANA_ASKS, order("o-1", false));
    assertThat(repairs).isEqualTo(1);
  }

  @Test
  void anEventOfAnExportIsTakenOverAndLeadsToNothing() {
    submit("c1", Things.ANA_ASKS, order("o-1", true));
    var exported = events();
    byte[] before = state("order:o-1");
    driver.close();
    driver = start(Things.NOON.plusSeconds(3600));
    for (var event : exported) {
      pipe(LogRecords.restored(event), Things.NOON.plusSeconds(3600));
      pipe(LogRecords.restored(event), Things.NOON.plusSeconds(3600)); // and once only
    }
    assertThat(events()).isEqualTo(exported);
    assertThat(answers()).isEmpty();
    assertThat(StoredBytes.wakeMillis(state("order:o-1")))
        .isEqualTo(StoredBytes.wakeMillis(before));
    submit("c2", Things.ANA_ASKS, new OrderCommand.CancelOrder(order("o-1", true).order(), "no"));
    assertThat(happened()).hasAtLeastOneElementOfType(OrderEvent.OrderCancelled.class);
  }

  private byte[] state(String entity) {
    return driver
        .<byte[], byte[]>getKeyValueStore(DecidingProcessor.STATES)
        .get(entity.getBytes(UTF_8));
  }

  private static OrderCommand.PlaceOrder order(String id, boolean confirmed) {
    return new OrderCommand.PlaceOrder(
        new org.vicinal.messages.id.OrderId(id), Things.wish(1), "", confirmed, Things.RULES);
  }

  private void submit(String id, Asker by, Command command) {
    pipe(LogRecords.asked(new Submitted<>(id, by, command)), Things.NOON);
  }

  private void pipe(ProducerRecord<byte[], byte[]> record, Instant at) {
    driver
        .createInputTopic(TopicPlan.COMMANDS, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), at));
  }

  private List<TestRecord<byte[], byte[]>> output(String topic) {
    return driver
        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private List<Occurred<?>> events() {
    var all = new ArrayList<Occurred<?>>();
    for (var record : output(TopicPlan.EVENTS)) {
      all.add(LogRecords.findEvent(record.key(), record.value()).orElseThrow());
    }
    return all;
  }

  private List<Event> happened() {
    return events().stream().<Event>map(Occurred::event).toList();
  }

  private List<Answer> answers() {
    return output(TopicPlan.ANSWERS).stream()
        .map(record -> Nouns.JSON.mapper().readValue(record.value(), Answer.class))
        .toList();
  }
}
