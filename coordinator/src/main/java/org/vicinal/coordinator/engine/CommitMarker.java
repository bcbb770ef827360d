package org.vicinal.coordinator.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.WriteTxnMarkersRequestData;
import org.apache.kafka.common.message.WriteTxnMarkersRequestData.WritableTxnMarker;
import org.apache.kafka.common.message.WriteTxnMarkersRequestData.WritableTxnMarkerTopic;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.Selector;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersResponse;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;
import org.vicinal.coordinator.broker.Cluster;

/**
 * Ends a transaction in one partition as committed. Kafka's administration can only abort, with the
 * same request (KIP-664); so this one is sent by hand.
 */
final class CommitMarker {
  private static final String CLIENT = "markers";
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int BUFFER = 64 * 1024;

  private CommitMarker() {}

  /**
   * Writes it.
   *
   * @param broker the partition's leader
   * @throws IOException when the broker does not take it
   */
  static void write(Cluster cluster, Node broker, TopicPartition partition, ProducerState open)
      throws IOException {
    var config = new AdminClientConfig(Map.copyOf(cluster.connection()));
    var log = new LogContext("[" + CLIENT + "] ");
    try (var metrics = new Metrics();
        var channels = ClientUtils.createChannelBuilder(config, Time.SYSTEM, log);
        var selector = new Selector(PATIENCE_MILLIS, metrics, Time.SYSTEM, CLIENT, channels, log);
        var client =
            new NetworkClient(
                selector,
                new ManualMetadataUpdater(List.of(broker)),
                CLIENT,
                1,
                50,
                50,
                BUFFER,
                BUFFER,
                PATIENCE_MILLIS,
                PATIENCE_MILLIS,
                PATIENCE_MILLIS,
                Time.SYSTEM,
                true,
                new ApiVersions(),
                log,
                MetadataRecoveryStrategy.NONE)) {
      if (!NetworkClientUtils.awaitReady(client, broker, Time.SYSTEM, PATIENCE_MILLIS)) {
        throw new IOException("The broker does not answer.");
      }
      var request =
          client.newClientRequest(
              broker.idString(),
              new WriteTxnMarkersRequest.Builder(marker(partition, open)),
              Time.SYSTEM.milliseconds(),
              true);
      var answer = NetworkClientUtils.sendAndReceive(client, request, Time.SYSTEM).responseBody();
      for (var errors : ((WriteTxnMarkersResponse) answer).errorsByProducerId().values()) {
        if (errors.getOrDefault(partition, Errors.UNKNOWN_SERVER_ERROR) != Errors.NONE) {
          throw new IOException("The broker said " + errors);
        }
      }
    }
  }

  private static WriteTxnMarkersRequestData marker(TopicPartition partition, ProducerState open) {
    var topic =
        new WritableTxnMarkerTopic()
            .setName(partition.topic())
            .setPartitionIndexes(List.of(partition.partition()));
    var marker =
        new WritableTxnMarker()
            .setProducerId(open.producerId())
            .setProducerEpoch((short) open.producerEpoch())
            .setCoordinatorEpoch(open.coordinatorEpoch().orElse(0))
            .setTransactionResult(true);
    marker.topics().add(topic);
    var data = new WriteTxnMarkersRequestData();
    data.markers().add(marker);
    return data;
  }
}
