package org.vicinal.coordinator.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings that decide whether a power cut, a holiday or a stranger does harm. */
class BrokerPropertiesTest {
  @Test
  void everyRecordIsFlushedUnlessDurabilityIsRelaxed() {
    assertThat(of(BrokerSettings.usual())).containsEntry("log.flush.interval.messages", "1");
    assertThat(of(BrokerSettings.usual().with(BrokerSettings.Durability.RELAXED)))
        .doesNotContainKey("log.flush.interval.messages");
  }

  @Test
  void noListenerIsOpenToThoseWithoutACredential() {
    assertThat(of(BrokerSettings.usual()).get("listener.security.protocol.map"))
        .doesNotContain(":PLAINTEXT", ":SSL");
    assertThat(of(BrokerSettings.usual())).containsEntry("allow.everyone.if.no.acl.found", "false");
  }

  @Test
  void onlyTheWorkshopsListenerIsBoundToAnotherAddressThanLoopback() {
    assertThat(of(BrokerSettings.usual().at("10.0.0.5", 9094)).get("listeners"))
        .isEqualTo("AGENTS://10.0.0.5:9094,INTERNAL://127.0.0.1:2,CONTROLLER://127.0.0.1:3");
  }

  @Test
  void offsetsOutliveAHoliday() {
    assertThat(of(BrokerSettings.usual()))
        .containsEntry("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE))
        .containsEntry("auto.create.topics.enable", "false");
  }

  private static Map<String, String> of(BrokerSettings settings) {
    return BrokerProperties.of(
        settings, new Ports(settings.port(), 2, 3), new Account("C", "s"), Path.of("d"));
  }
}
