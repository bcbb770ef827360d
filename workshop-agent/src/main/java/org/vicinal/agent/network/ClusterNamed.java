package org.vicinal.agent.network;

import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.ClusterResourceListener;
import org.apache.kafka.common.serialization.Deserializer;

/** Leaves bytes as they are, and hears which cluster they come from. */
final class ClusterNamed implements Deserializer<byte[]>, ClusterResourceListener {
  private volatile String cluster = "unknown";

  @Override
  public byte[] deserialize(String topic, byte[] data) {
    return data == null ? new byte[0] : data;
  }

  @Override
  public void onUpdate(ClusterResource resource) {
    if (resource.clusterId() != null) {
      cluster = resource.clusterId();
    }
  }

  String cluster() {
    return cluster;
  }
}
