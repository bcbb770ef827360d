package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Price;
import tools.jackson.databind.JsonNode;

/**
 * From award to both content, over HTTP: each says their own things, and sees what concerns them.
 */
class LotApiTest {
  @TempDir private Path data;
  private EdgeFixture edge;
  private WebTestClient ana;
  private WebTestClient mill;
  private String lot = "";

  @BeforeEach
  void anOrderIsMade() {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    ana = edge.as(Role.CUSTOMER, "ana");
    mill = edge.as(Role.WORKSHOP, "mill-lane");
    lot = edge.makeAnOrder(ana, "hooks", "mill-lane");
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void codeAtTheCounterAcceptedPaidAndReceived() {
    say(mill, "ready", Map.of());
    var code = see(ana).path("pickupCode").asString();
    assertThat(code).hasSize(6);
    assertThat(see(mill).has("pickupCode")).isFalse();
    say(mill, "handover", Map.of("by", "COUNTER", "mark", code));
    say(ana, "acceptance", Map.of("reason", "the edge is a little rough"));
    assertThat(see(mill).path("words").get(0).path("text").asString())
        .isEqualTo("the edge is a little rough");
    say(ana, "paid", Map.of());
    assertThat(say(mill, "received", Map.of()).path("state").asString()).isEqualTo("settled");
    assertThat(story("hooks")).contains("Accepted with a remark", "Nothing more is waited for.");
    assertThat(edge.log()).doesNotContain("a little rough");
  }

  @Test
  void aRefusalWithAReasonEndsInAPartPayment() {
    say(mill, "ready", Map.of());
    say(ana, "collection", Map.of());
    say(ana, "refusal", Map.of("pieces", 1, "reason", "it wobbles"));
    say(mill, "proposals", Map.of("minorUnits", 100));
    assertThat(see(ana).path("proposal").path("number").asInt()).isEqualTo(1);
    assertThat(see(ana).path("proposal").path("says").asString())
        .isEqualTo("a payment of 1.00 EUR");
    say(ana, "proposals/1/answer", Map.of("yes", true));
    assertThat(see(ana).path("owed").asString()).isEqualTo("1.00 EUR");
    assertThat(story("hooks")).contains("both agree on a payment of 1.00 EUR");
  }

  @Test
  void theFirstPieceIsWaitedForBeforeAnythingElse() {
    edge.workshop("quay-yard", EdgeFixture.TOWN);
    var job = new JobId("clips-1");
    var body = Bodied.order(EdgeFixture.put(ana, Bodied.PRINT));
    var choosing = Map.of("by", "nearest", "handover", "pickup", "firstPiece", true);
    edge.placeOrder(
        ana, "clips", Bodied.with(Bodied.with(body, "choosing", choosing), "pieces", 3));
    var first = new LotId(job, 0, 1);
    var soon = Instant.now().plusSeconds(3_600);
    var mk3 = new MachineId("mk3");
    var run = new RunId("r-1");
    for (var workshop : List.of("mill-lane", "quay-yard")) {
      edge.report(workshop, new Seen.Bid(job, 1, mk3, 3, 900, soon, new Price("EUR", List.of())));
    }
    var maker = json(ana.get().uri("/api/v1/orders/clips").exchange()).at("/lots/0/workshop");
    edge.report(maker.asString(), new Seen.Acceptance(first));
    edge.report(
        maker.asString(), new Seen.RunStarted(first, run, mk3, new Digest("0".repeat(64)), 1));
    edge.report(maker.asString(), new Seen.RunEnded(first, run, mk3, Seen.Ending.MADE, 9, ""));
    assertThat(
            json(ana.get().uri("/api/v1/orders/clips").exchange())
                .at("/waitingFor/what")
                .asString())
        .startsWith("you look at the first piece at");
  }

  @Test
  void whoCancelsKnowsBeforehandWhatIsOwed() {
    assertThat(see(ana).path("owedIfCancelled").asString()).isEqualTo("4.00 EUR");
    post(ana, "/api/v1/orders/hooks/cancellation", Map.of()).expectStatus().isOk();
    assertThat(see(ana).path("owed").asString()).isEqualTo("4.00 EUR");
  }

  @Test
  void whatIsForgottenIsGoneAndTheFactsStay() {
    say(mill, "ready", Map.of());
    ana.delete().uri("/api/v1/orders/hooks/personal").exchange().expectStatus().isEqualTo(409);
    say(ana, "acceptance", Map.of("reason", "the edge is a little rough"));
    say(mill, "received", Map.of());
    ana.delete().uri("/api/v1/orders/hooks/personal").exchange().expectStatus().isNoContent();
    assertThat(see(mill).path("words").get(0).has("text")).isFalse();
    assertThat(see(mill).path("owed").asString()).isEqualTo("4.00 EUR");
    assertThat(story("hooks")).contains("Accepted with a remark");
  }

  @Test
  void nobodyElseSeesOrSaysAnything() {
    var ben = edge.as(Role.CUSTOMER, "ben");
    var other = edge.as(Role.WORKSHOP, "far-field");
    for (var stranger : List.of(ben, other)) {
      stranger.get().uri("/api/v1/lots/" + lot).exchange().expectStatus().isNotFound();
      post(stranger, "/api/v1/lots/" + lot + "/ready", Map.of()).expectStatus().isNotFound();
    }
    post(mill, "/api/v1/lots/" + lot + "/paid", Map.of()).expectStatus().isForbidden();
    post(ana, "/api/v1/lots/" + lot + "/ready", Map.of()).expectStatus().isForbidden();
    post(ana, "/api/v1/lots/" + lot + "/dance", Map.of()).expectStatus().isNotFound();
    edge.web.get().uri("/api/v1/lots").exchange().expectStatus().isUnauthorized();
    ana.get().uri("/api/v1/stuck").exchange().expectStatus().isForbidden();
    edge.as(Role.STEWARD, "sam").get().uri("/api/v1/stuck").exchange().expectStatus().isOk();
  }

  @Test
  void aYearIsATable() {
    say(mill, "ready", Map.of());
    say(ana, "acceptance", Map.of());
    var year = java.time.Year.now(java.time.ZoneOffset.UTC).getValue();
    var csv =
        mill.get()
            .uri("/api/v1/statements/" + year)
            .header("Accept", "text/csv")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(csv).contains("at,order,lot,workshop").contains("hooks,hooks-1.0.1,mill-lane");
    mill.get()
        .uri("/api/v1/statements/" + year)
        .exchange()
        .expectBody()
        .jsonPath("$.sums.EUR")
        .isEqualTo("4.00 EUR");
    mill.get().uri("/api/v1/lots/" + lot + "/receipt").exchange().expectStatus().isOk();
  }

  private JsonNode see(WebTestClient client) {
    return json(client.get().uri("/api/v1/lots/" + lot).exchange());
  }

  private JsonNode say(WebTestClient client, String verb, Map<String, Object> body) {
    return json(post(client, "/api/v1/lots/" + lot + "/" + verb, body));
  }

  private String story(String order) {
    var text =
        ana.get()
            .uri("/api/v1/orders/" + order + "/story")
            .header("Accept", "text/plain")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return String.valueOf(text);
  }

  private static WebTestClient.ResponseSpec post(
      WebTestClient client, String path, Map<String, Object> body) {
    return client
        .post()
        .uri(path)
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange();
  }

  private static JsonNode json(WebTestClient.ResponseSpec answer) {
    var bytes = answer.expectStatus().isOk().expectBody().returnResult().getResponseBody();
    return org.vicinal.messages.wire.Json.WIRE
        .mapper()
        .readTree(java.util.Objects.requireNonNull(bytes));
  }
}
