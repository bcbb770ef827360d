package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.broker.Cluster;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.log.LogRecords;
import org.vicinal.coordinator.log.TopicTail;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.wire.Json;

/** Appends commands, and waits for their ids among the answers. */
final class KafkaCommands implements Commands, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaCommands.class);
  private static final int MOST_WAITING = 10_000;
  private final Producer<byte[], byte[]> producer;
  private final TopicTail answers;
  private final Duration patience;
  private final ConcurrentMap<String, CompletableFuture<Answer>> waiting =
      new ConcurrentHashMap<>();

  KafkaCommands(Cluster cluster, Duration patience) {
    this.patience = patience;
    this.answers =
        TopicTail.fromEnd(cluster, TopicPlan.ANSWERS, "answers", record -> answered(record));
    this.producer = cluster.producer("commands");
  }

  @Override
  public CompletionStage<Answer> ask(Submitted<?> command) {
    if (waiting.size() >= MOST_WAITING) {
      return CompletableFuture.failedStage(
          new RejectedExecutionException(
              "Expected fewer than %,d requests waiting. Try again in a moment."
                  .formatted(MOST_WAITING)));
    }
    var fresh = new CompletableFuture<Answer>();
    var earlier = waiting.putIfAbsent(command.commandId(), fresh);
    if (earlier != null) {
      return earlier.copy(); // the same wish at the same time gets the same answer
    }
    var _ =
        fresh
            .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((_, _) -> waiting.remove(command.commandId(), fresh));
    append(command, fresh);
    return fresh.copy();
  }

  private void append(Submitted<?> command, CompletableFuture<Answer> answer) {
    try {
      var _ =
          producer.send(
              LogRecords.asked(command),
              (_, failure) -> {
                if (failure != null) {
                  answer.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) { // too large, or no broker: nobody has it
      answer.completeExceptionally(e);
    }
  }

  private void answered(ConsumerRecord<byte[], byte[]> record) {
    var answer = waiting.get(new String(record.key(), UTF_8));
    if (answer == null) {
      return; // another instance's, or nobody waits any more
    }
    try {
      answer.complete(Nouns.JSON.read(record.value(), Answer.class));
    } catch (Json.Unreadable e) {
      LOG.warn("Expected an answer at answers@{}: {}", record.offset(), e.getMessage());
    }
  }

  @Override
  public void close() {
    producer.close();
    answers.close();
    var ended = new IllegalStateException("The coordinator is stopping. Ask again.");
    waiting.values().forEach(answer -> answer.completeExceptionally(ended));
  }
}
