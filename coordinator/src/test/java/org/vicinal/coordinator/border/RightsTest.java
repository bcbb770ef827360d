package org.vicinal.coordinator.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.decide.Things;
import org.vicinal.coordinator.engine.Stall;
import org.vicinal.coordinator.engine.Town;
import org.vicinal.coordinator.workshop.WorkshopCommand;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.wire.Topics;

/**
 * A workshop may read the calls and its own instructions and write its own reports. Whatever else
 * it tries at the broker is refused, and when it has left, everything is.
 */
class RightsTest {
  @TempDir static Path data;
  private static Town town;
  private static Enrolments.Credential credential;
  private static Stall mill;

  @BeforeAll
  static void open() throws Exception {
    town = Town.over(data);
    town.enrol(Things.WEIR_LANE);
    credential = town.enrol(Things.MILL_ROAD);
    mill = new Stall(Things.MILL_ROAD, credential);
  }

  @AfterAll
  static void shut() {
    mill.close();
    town.close();
  }

  @Test
  void itMayDoWhatItIsFor() throws Exception {
    mill.report(new Seen.Presence("1", List.of()));
    read(Topics.CALLS);
    read(Topics.instructions(Things.MILL_ROAD));
  }

  @TestFactory
  Stream<DynamicTest> everythingElseIsRefused() {
    var foreign = Things.WEIR_LANE;
    return Stream.of(
            Map.<String, Attempt>of(
                "read commands", () -> read("commands"),
                "read events", () -> read("events"),
                "read answers", () -> read("answers"),
                "read signals", () -> read("signals"),
                "read its own reports", () -> read(Topics.reports(Things.MILL_ROAD)),
                "read another's instructions", () -> read(Topics.instructions(foreign)),
                "read another's reports", () -> read(Topics.reports(foreign)),
                "read offsets of all groups", () -> read("__consumer_offsets")),
            Map.<String, Attempt>of(
                "write commands", () -> mill.send("commands", new byte[1]),
                "write events", () -> mill.send("events", new byte[1]),
                "write calls", () -> mill.send(Topics.CALLS, new byte[1]),
                "write another's reports", () -> mill.send(Topics.reports(foreign), new byte[1]),
                "write its own instructions",
                    () -> mill.send(Topics.instructions(Things.MILL_ROAD), new byte[1]),
                "write answers", () -> mill.send("answers", new byte[1]),
                "write the deciders' changelog",
                    () -> mill.send("deciders-states-changelog", new byte[1])),
            Map.<String, Attempt>of(
                "make a topic",
                    () ->
                        wait(
                            mill.admin()
                                .createTopics(List.of(new NewTopic("mine", 1, (short) 1)))
                                .all()),
                "delete a topic",
                    () -> wait(mill.admin().deleteTopics(List.of(Topics.CALLS)).all()),
                "delete records",
                    () ->
                        wait(
                            mill.admin()
                                .deleteRecords(
                                    Map.of(
                                        new TopicPartition("events", 0),
                                        RecordsToDelete.beforeOffset(1)))
                                .all()),
                "add partitions",
                    () ->
                        wait(
                            mill.admin()
                                .createPartitions(
                                    Map.of(Topics.CALLS, NewPartitions.increaseTo(32)))
                                .all()),
                "change a topic's settings", () -> wait(changeRetention()),
                "give itself a right",
                    () -> wait(mill.admin().createAcls(List.of(everything())).all()),
                "list rights",
                    () -> wait(mill.admin().describeAcls(AclBindingFilter.ANY).values())),
            Map.<String, Attempt>of(
                "list credentials", () -> wait(mill.admin().describeUserScramCredentials().all()),
                "delete another's credential",
                    () ->
                        wait(
                            mill.admin()
                                .alterUserScramCredentials(
                                    List.of(
                                        new UserScramCredentialDeletion(
                                            foreign.value(), ScramMechanism.SCRAM_SHA_512)))
                                .all()),
                "set quotas",
                    () ->
                        wait(
                            mill.admin()
                                .alterClientQuotas(
                                    List.of(
                                        new ClientQuotaAlteration(
                                            new ClientQuotaEntity(Map.of("user", foreign.value())),
                                            List.of(
                                                new ClientQuotaAlteration.Op(
                                                    "producer_byte_rate", 1.0)))))
                                .all()),
                "join a group", RightsTest::joinGroup,
                "move the bridge's offsets",
                    () ->
                        wait(
                            mill.admin()
                                .alterConsumerGroupOffsets(
                                    "bridge",
                                    Map.of(
                                        new TopicPartition(Topics.reports(foreign), 0),
                                        new OffsetAndMetadata(0)))
                                .all()),
                "take the deciders' transactions", RightsTest::beginTransaction))
        .flatMap(attempts -> attempts.entrySet().stream())
        .map(it -> DynamicTest.dynamicTest("to " + it.getKey(), () -> refused(it.getValue())));
  }

  @Test
  void whoHasLeftIsShutOut() throws Exception {
    var leaving = new org.vicinal.messages.id.WorkshopId("short-stay");
    var before = town.enrol(leaving);
    try (var stall = new Stall(leaving, before)) {
      stall.report(new Seen.Presence("1", List.of()));
      town.ask(Things.STEWARD, new WorkshopCommand.LeaveWorkshop(leaving, "moves away"));
      town.await(
          event ->
              event.event() instanceof WorkshopEvent.WorkshopRemoved it
                  && it.workshop().equals(leaving));
      // Also the open connection ends, with the next reauthentication at the latest.
      assertThatThrownBy(() -> stall.report(new Seen.Presence("2", List.of())))
          .isInstanceOf(ExecutionException.class);
    }
    try (var stall = new Stall(leaving, before)) {
      assertThatThrownBy(() -> wait(stall.admin().listTopics().names()))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void aNewSecretEndsTheOldOne() throws Exception {
    var workshop = new org.vicinal.messages.id.WorkshopId("forgetful");
    var old = town.enrol(workshop);
    var fresh = town.enrol(workshop);
    assertThat(fresh.secret()).isNotEqualTo(old.secret());
    try (var stall = new Stall(workshop, fresh)) {
      stall.report(new Seen.Presence("1", List.of()));
    }
    try (var stall = new Stall(workshop, old)) {
      assertThatThrownBy(() -> wait(stall.admin().listTopics().names()))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static void refused(Attempt attempt) {
    assertThatThrownBy(attempt::run)
        .satisfies(
            thrown -> {
              var cause = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
              assertThat(cause).isInstanceOf(AuthorizationException.class);
            });
  }

  private static void read(String topic) {
    var partitions = List.of(new TopicPartition(topic, 0));
    mill.consumer().assign(partitions);
    mill.consumer().seekToBeginning(partitions);
    mill.consumer().poll(Duration.ofSeconds(1));
  }

  private static void wait(KafkaFuture<?> answer) throws Exception {
    answer.get(10, TimeUnit.SECONDS);
  }

  private static KafkaFuture<Void> changeRetention() {
    Map<ConfigResource, Collection<AlterConfigOp>> change =
        Map.of(
            new ConfigResource(ConfigResource.Type.TOPIC, "events"),
            List.of(
                new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET)));
    return mill.admin().incrementalAlterConfigs(change).all();
  }

  private static AclBinding everything() {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
        new AccessControlEntry(
            "User:" + Things.MILL_ROAD, "*", AclOperation.ALL, AclPermissionType.ALLOW));
  }

  private static void joinGroup() {
    try (var consumer =
        new KafkaConsumer<>(
            mill.with(Map.of("group.id", "bridge")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.CALLS));
      consumer.poll(Duration.ofSeconds(10));
    }
  }

  private static void beginTransaction() {
    try (var producer =
        new KafkaProducer<>(
            mill.with(Map.of("transactional.id", "deciders-0", "max.block.ms", 5_000)),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
    }
  }
}
