package org.vicinal.coordinator.engine;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.vicinal.coordinator.broker.TopicPlan;

/**
 * Commands in, one processor, everything else out. Bytes go in and out as they are: what cannot be
 * read is the processor's matter, not a deserializer's.
 */
record DecidingTopology(Deciding deciding, Strays strays, WakeGate gate, StateRepair repair) {
  private static final String PROCESSOR = "deciding";
  private static final String SOURCE = "source";

  Topology build() {
    var topology =
        new Topology()
            .addSource(
                SOURCE,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                TopicPlan.COMMANDS)
            .addProcessor(PROCESSOR, supplier(), SOURCE);
    for (var topic :
        List.of(TopicPlan.EVENTS, TopicPlan.ANSWERS, TopicPlan.COMMANDS, TopicPlan.STRAYS)) {
      topology.addSink(
          topic, topic, new ByteArraySerializer(), new ByteArraySerializer(), PROCESSOR);
    }
    return topology;
  }

  private ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier() {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], byte[]> get() {
        return new DecidingProcessor(deciding, strays, gate, repair);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(DecidingProcessor.STATES),
                    Serdes.ByteArray(),
                    Serdes.ByteArray())
                .withCachingDisabled());
      }
    };
  }
}
