package org.vicinal.agent.network;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.vicinal.messages.net.Enrolment;

/**
 * How this workshop speaks to the broker. The waits are long and the buffers small: an idle agent
 * on a small computer should cost nothing.
 */
final class KafkaSettings {
  private KafkaSettings() {}

  static Map<String, Object> consumer(Enrolment enrolment) {
    var settings = common(enrolment);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 << 20);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 20_000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  static Map<String, Object> producer(Enrolment enrolment) {
    var settings = common(enrolment);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L << 20);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return settings;
  }

  private static Map<String, Object> common(Enrolment enrolment) {
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", enrolment.bootstrapServers());
    settings.put("client.id", "workshop-" + enrolment.workshop());
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-512");
    settings.put(
        SaslConfigs.SASL_JAAS_CONFIG,
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(quoted(enrolment.user()), quoted(enrolment.secret())));
    settings.put("reconnect.backoff.ms", 100);
    settings.put("reconnect.backoff.max.ms", 5_000);
    settings.put("enable.metrics.push", false);
    return settings;
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
