package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.community.Patience;

/**
 * Everybody reads the rules; a steward enacts the next version with a reason; none reaches back.
 */
class RulesApiTest {
  @TempDir private Path data;
  private EdgeFixture edge;

  @BeforeEach
  void open() {
    edge = new EdgeFixture(data);
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void newRulesHoldForNewLotsAndOldLotsKeepTheirs() {
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    var ana = edge.as(Role.CUSTOMER, "ana");
    var before = edge.makeAnOrder(ana, "before", "mill-lane");
    var patient =
        new Patience(
            Duration.ofDays(7),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(3),
            Duration.ofDays(30),
            Duration.ofDays(14),
            5,
            Duration.ofMinutes(15));
    enact(edge.as(Role.STEWARD, "sam"), 1, edge.views.rules().with(patient).asVersion(1), "why")
        .expectStatus()
        .isOk();
    var after = edge.makeAnOrder(ana, "after", "mill-lane");
    assertThat(rulesOf(ana, before)).isZero();
    assertThat(rulesOf(ana, after)).isEqualTo(1);
    edge.web
        .get()
        .uri("/api/v1/community/rules")
        .exchange()
        .expectBody()
        .jsonPath("$.rules.patience.silence")
        .isEqualTo("PT72H")
        .jsonPath("$.history[0].reason")
        .isEqualTo("why");
  }

  @Test
  void onlyAStewardEnactsAndOnlyTheNextVersionWithAReason() {
    var rules = edge.views.rules();
    var sam = edge.as(Role.STEWARD, "sam");
    enact(edge.as(Role.CUSTOMER, "ana"), 1, rules.asVersion(1), "why").expectStatus().isForbidden();
    enact(sam, 2, rules.asVersion(2), "why").expectStatus().isEqualTo(409);
    enact(sam, 2, rules.asVersion(1), "why").expectStatus().isEqualTo(422);
    enact(sam, 1, rules.asVersion(1), " ").expectStatus().isEqualTo(422);
    var hurried =
        rules.with(Patience.hurried(Duration.ofSeconds(1), Duration.ofDays(14))).asVersion(1);
    enact(sam, 1, hurried, "only in a demonstration").expectStatus().isEqualTo(422);
  }

  private static int rulesOf(WebTestClient client, String lot) {
    var bytes = client.get().uri("/api/v1/lots/" + lot).exchange().expectBody().returnResult();
    return org.vicinal.messages.wire.Json.WIRE
        .mapper()
        .readTree(java.util.Objects.requireNonNull(bytes.getResponseBody()))
        .path("rules")
        .asInt(-1);
  }

  private static WebTestClient.ResponseSpec enact(
      WebTestClient client, int version, CommunityRules rules, String reason) {
    return client
        .put()
        .uri("/api/v1/community/rules/" + version)
        .header("Content-Type", "application/json")
        .bodyValue(
            org.vicinal.messages.wire.Json.WIRE.write(Map.of("rules", rules, "reason", reason)))
        .exchange();
  }
}
