package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A steward sees how the coordinator is: every part says what it found, a full disk limits but does
 * not stop, and the figures count orders without naming one.
 */
class EyesTest {
  @TempDir private Path data;
  private @org.jspecify.annotations.Nullable EdgeFixture edge;

  @AfterEach
  void stop() {
    if (edge != null) {
      edge.close();
    }
  }

  @Test
  void everyPartSaysWhatItFound() {
    edge = new EdgeFixture(data);
    edge.web
        .get()
        .uri("/actuator/health")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("UP")
        .jsonPath("$.components.broker.details.says")
        .isEqualTo("1 broker answers")
        .jsonPath("$.components.deciders.status")
        .isEqualTo("UP")
        .jsonPath("$.components.border.status")
        .isEqualTo("UP")
        .jsonPath("$.components.keys.status")
        .isEqualTo("UP")
        .jsonPath("$.components.views.details.says")
        .isEqualTo("the log is read");
  }

  @Test
  void aDiskBelowItsFloorLimitsButTheCoordinatorStaysInService() {
    edge = new EdgeFixture(data, true, Long.MAX_VALUE);
    edge.web
        .get()
        .uri("/actuator/health")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("LIMITED")
        .jsonPath("$.components.disk.details.says")
        .value(String.class, says -> assertThat(says).contains("Make room"));
  }

  @Test
  void figuresCountOrdersByStateWithoutNamingOne() {
    edge = new EdgeFixture(data);
    var body =
        edge.web
            .get()
            .uri("/actuator/prometheus")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(body)
        .contains("vicinal_orders{state=\"calling\"} 0.0")
        .contains("vicinal_workshops{standing=\"member\"} 0.0")
        .contains("vicinal_strays_records 3.0")
        .contains("vicinal_disk_free_bytes")
        .contains("jvm_memory_used_bytes");
  }
}
