package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.community.NotMade;
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
  void whatTheCommunityDoesNotMakeIsRefusedWithItsReason() {
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    var ana = edge.as(Role.CUSTOMER, "ana");
    edge.makeAnOrder(ana, "before", "mill-lane");
    var not =
        List.of(
            new NotMade("mains-voltage", "nobody here may test it"),
            new NotMade("knife", "children fetch their orders themselves"),
            new NotMade("PETG", "its fumes bother the neighbours"));
    var sam = edge.as(Role.STEWARD, "sam");
    enact(sam, 1, edge.views.rules().without(List.of(new NotMade("knife", " "))).asVersion(1), "y")
        .expectStatus()
        .isEqualTo(422);
    enact(sam, 1, edge.views.rules().without(not).asVersion(1), "we agreed so")
        .expectStatus()
        .isOk();
    var body = Bodied.order(EdgeFixture.put(ana, Bodied.PRINT));
    refused(ana, Bodied.with(body, "title", "A Knife, small"), "children fetch");
    refused(ana, Bodied.with(body, "material", "PETG"), "fumes bother");
    refused(
        ana,
        Bodied.with(body, "asks", Map.of("purposes", List.of("MAINS_VOLTAGE"))),
        "nobody here may test it");
    edge.placeOrder(ana, "penknife", Bodied.with(body, "title", "Penknife handle"));
  }

  private static void refused(WebTestClient ana, Map<String, Object> body, String why) {
    ana.put()
        .uri("/api/v1/orders/unwanted")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody(String.class)
        .value(it -> assertThat(it).contains(why, "rules of version 1"));
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
