package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.cli.OrderMain;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Customer and workshop write to each other; nobody else reads it, not even in the log. */
class TalkApiTest {
  private static final String MESSAGES = "/api/v1/orders/hooks/messages";
  @TempDir private Path data;
  private EdgeFixture edge;
  private WebTestClient ana;
  private WebTestClient mill;

  @BeforeEach
  void anOrderIsMade() {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    ana = edge.as(Role.CUSTOMER, "ana");
    mill = edge.as(Role.WORKSHOP, "mill-lane");
    edge.makeAnOrder(ana, "hooks", "mill-lane");
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void bothReadWhatBothWroteAndTheLogCannot() {
    say(ana, "m-1", "Is oak possible?").expectStatus().isOk();
    say(mill, "m-2", "Yes, by Friday.").expectStatus().isOk();
    for (var reader : new WebTestClient[] {ana, mill}) {
      var messages = read(reader, 0).path("messages");
      assertThat(messages.get(0).path("text").asString()).isEqualTo("Is oak possible?");
      assertThat(messages.get(1).path("by").asString()).isEqualTo("workshop");
    }
    var behind = read(ana, 1);
    assertThat(behind.path("messages")).hasSize(1);
    assertThat(behind.path("next").asLong()).isEqualTo(2);
    assertThat(edge.log()).doesNotContain("oak", "Friday");
  }

  @Test
  void theSameAgainChangesNothingAndAnotherUnderItsIdIsRefused() {
    say(ana, "m-1", "Hello").expectStatus().isOk();
    say(ana, "m-1", "Hello").expectStatus().isOk();
    say(ana, "m-1", "Good bye").expectStatus().isEqualTo(409);
    say(mill, "m-1", "Hello").expectStatus().isEqualTo(409);
    assertThat(read(mill, 0).path("messages")).hasSize(1);
  }

  @Test
  void nobodyElseReadsOrWrites() {
    say(ana, "m-1", "Hello").expectStatus().isOk();
    for (var stranger :
        new WebTestClient[] {
          edge.as(Role.CUSTOMER, "ben"),
          edge.as(Role.WORKSHOP, "far-field"),
          edge.as(Role.STEWARD, "sam")
        }) {
      stranger.get().uri(MESSAGES).exchange().expectStatus().isNotFound();
      say(stranger, "m-2", "Hello").expectStatus().isNotFound();
    }
    edge.web.get().uri(MESSAGES).exchange().expectStatus().isUnauthorized();
  }

  @Test
  void whatIsNoMessageIsRefusedInWords() {
    say(ana, "m-1", " ").expectStatus().isEqualTo(422);
    say(ana, "m-1", "a".repeat(2_001)).expectStatus().isEqualTo(422);
    say(ana, "m-1", "\u20ac".repeat(2_000)).expectStatus().isOk();
    say(ana, "a".repeat(65), "Hello").expectStatus().isEqualTo(422);
    say(ana, "ana-lives-in-mill-lane", "Hello").expectStatus().isEqualTo(422);
    ana.get().uri(MESSAGES + "?after=x").exchange().expectStatus().isEqualTo(422);
  }

  @Test
  void whatIsForgottenIsGone() {
    say(ana, "m-1", "Hello").expectStatus().isOk();
    tell(mill, "ready");
    tell(ana, "acceptance");
    tell(mill, "received");
    ana.delete().uri("/api/v1/orders/hooks/personal").exchange().expectStatus().isNoContent();
    assertThat(read(mill, 0).path("messages").get(0).has("text")).isFalse();
    say(mill, "m-2", "Hello?").expectStatus().isEqualTo(410);
  }

  @Test
  void theCommandLineWritesAndReads() {
    var link = edge.address() + "/#/orders/hooks";
    var token = edge.tokens.make(Role.WORKSHOP, "mill-lane", 1);
    var commands = new CommandLine(new OrderMain());
    assertThat(commands.execute("say", link, "Yes, by Friday.", "--token", token)).isZero();
    assertThat(commands.execute("talk", link, "--token", token)).isZero();
    assertThat(read(ana, 0).at("/messages/0/text").asString()).isEqualTo("Yes, by Friday.");
  }

  private void tell(WebTestClient client, String verb) {
    client
        .post()
        .uri("/api/v1/lots/hooks-1.0.1/" + verb)
        .header("Content-Type", "application/json")
        .bodyValue(Map.of())
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static WebTestClient.ResponseSpec say(WebTestClient client, String id, String text) {
    return client
        .put()
        .uri(MESSAGES + "/" + (id.startsWith("m-") ? Digest.of(id.getBytes(UTF_8)).value() : id))
        .header("Content-Type", "application/json")
        .bodyValue(Map.of("text", text))
        .exchange();
  }

  private static JsonNode read(WebTestClient client, long after) {
    var bytes =
        client
            .get()
            .uri(MESSAGES + "?after=" + after)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return Json.WIRE.mapper().readTree(Objects.requireNonNull(bytes));
  }
}
