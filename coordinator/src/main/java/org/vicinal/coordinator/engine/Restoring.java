package org.vicinal.coordinator.engine;

import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;

/** How far the deciders are on their way back to their states, for a start that lasts. */
final class Restoring {
  private Restoring() {}

  /** The state of the whole, and each part of a store that is not there yet. */
  static String words(KafkaStreams streams) {
    var behind =
        streams.allLocalStorePartitionLags().entrySet().stream()
            .flatMap(
                store ->
                    store.getValue().entrySet().stream()
                        .filter(part -> part.getValue().offsetLag() > 0)
                        .map(
                            part ->
                                "%s-%d at %d of %d"
                                    .formatted(
                                        store.getKey(),
                                        part.getKey(),
                                        part.getValue().currentOffsetPosition(),
                                        part.getValue().endOffsetPosition())))
            .sorted()
            .collect(Collectors.joining(", "));
    return "%s, behind: %s".formatted(streams.state(), behind.isEmpty() ? "none" : behind);
  }
}
