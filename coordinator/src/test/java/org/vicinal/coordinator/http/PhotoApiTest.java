package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.cli.OrderMain;
import org.vicinal.coordinator.photo.Pictures;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Photos are for those who write to each other about an order, and end with its key. */
class PhotoApiTest {
  private static final String PHOTOS = "/api/v1/orders/hooks/photos";
  private static final String MESSAGE = "/api/v1/orders/hooks/messages/0123456789abcdef";
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
  void theOtherSeesItWithoutPlaceAndDevice() throws Exception {
    var photo = bring(ana, Pictures.withExif(400, 200, 6)).path("photo").asString();
    post(ana, MESSAGE, Map.of("photos", List.of(photo)), true).expectStatus().isOk();
    var said = json(mill.get().uri("/api/v1/orders/hooks/messages").exchange());
    assertThat(said.at("/messages/0/photos/0").asString()).isEqualTo(photo);
    byte[] seen =
        Objects.requireNonNull(read(mill, photo).expectBody().returnResult().getResponseBody());
    assertThat(new String(seen, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("\u00ff\u00d8")
        .doesNotContain("Exif", "SpyPhone");
    for (var stranger : List.of(edge.as(Role.CUSTOMER, "ben"), edge.as(Role.STEWARD, "sam"))) {
      read(stranger, photo).expectStatus().isNotFound();
    }
  }

  @Test
  void whatIsNoPhotoIsRefusedAndAPhotoOfAnotherOrderIsNone() throws Exception {
    upload(ana, "G28\n".getBytes(UTF_8)).expectStatus().isEqualTo(422);
    upload(ana, new byte[0]).expectStatus().isEqualTo(422);
    upload(ana, new byte[21_000_000]).expectStatus().isEqualTo(413);
    var stranger = "ab".repeat(32);
    post(ana, MESSAGE, Map.of("photos", List.of(stranger)), true).expectStatus().isEqualTo(422);
    read(ana, stranger).expectStatus().isNotFound();
    read(ana, "x").expectStatus().isEqualTo(422);
  }

  @Test
  void aStewardSeesARefusalWhileItIsDisputedAndWritesThen() throws Exception {
    var sam = edge.as(Role.STEWARD, "sam");
    var photo = bring(ana, Pictures.of("png", 40, 20)).path("photo").asString();
    lot(mill, "ready", Map.of());
    var refusal = Map.<String, Object>of("pieces", 1, "reason", "cracked", "photo", photo);
    lot(ana, "collection", Map.of()).expectStatus().isOk();
    lot(ana, "refusal", Map.of("pieces", 1, "reason", "cracked", "photo", "ab".repeat(32)))
        .expectStatus()
        .isEqualTo(422);
    lot(ana, "refusal", refusal).expectStatus().isOk();
    var shown = json(mill.get().uri("/api/v1/lots/hooks-1.0.1").exchange());
    assertThat(shown.path("words").toString()).contains(photo);
    read(sam, photo).expectStatus().isOk();
    post(sam, MESSAGE, Map.of("text", "What would please you both?"), true).expectStatus().isOk();
    var said = json(ana.get().uri("/api/v1/orders/hooks/messages").exchange());
    assertThat(said.at("/messages/0/by").asString()).isEqualTo("steward");
  }

  @Test
  void itEndsWithTheOrdersKey() throws Exception {
    var photo = bring(ana, Pictures.of("png", 40, 20)).path("photo").asString();
    lot(mill, "ready", Map.of());
    lot(ana, "acceptance", Map.of());
    lot(mill, "received", Map.of());
    ana.delete().uri("/api/v1/orders/hooks/personal").exchange().expectStatus().isNoContent();
    read(mill, photo).expectStatus().isNotFound();
    upload(mill, Pictures.of("png", 20, 20)).expectStatus().isEqualTo(410);
  }

  @Test
  void theCommandLineSendsAndFetches() throws Exception {
    var file = data.resolve("crack.png");
    Files.write(file, Pictures.of("png", 40, 20));
    var link = edge.address() + "/#/orders/hooks";
    var token = edge.tokens.make(Role.CUSTOMER, "ana", 1);
    var commands = new CommandLine(new OrderMain());
    assertThat(commands.execute("say", link, "Look.", "--photo", file.toString(), "--token", token))
        .isZero();
    var into = data.resolve("seen");
    assertThat(commands.execute("talk", link, "--photos", into.toString(), "--token", token))
        .isZero();
    try (var all = Files.list(into)) {
      assertThat(all).hasSize(1).allMatch(it -> it.toString().endsWith(".jpg"));
    }
  }

  private static JsonNode bring(WebTestClient client, byte[] bytes) {
    return json(upload(client, bytes).expectStatus().isCreated());
  }

  private static WebTestClient.ResponseSpec upload(WebTestClient client, byte[] bytes) {
    return client.post().uri(PHOTOS).contentType(MediaType.IMAGE_JPEG).bodyValue(bytes).exchange();
  }

  private static WebTestClient.ResponseSpec read(WebTestClient client, String photo) {
    return client.get().uri(PHOTOS + "/" + photo).exchange();
  }

  private static WebTestClient.ResponseSpec lot(
      WebTestClient client, String verb, Map<String, Object> body) {
    return post(client, "/api/v1/lots/hooks-1.0.1/" + verb, body, false);
  }

  private static WebTestClient.ResponseSpec post(
      WebTestClient client, String path, Map<String, Object> body, boolean put) {
    return (put ? client.put() : client.post())
        .uri(path)
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange();
  }

  private static JsonNode json(WebTestClient.ResponseSpec response) {
    return Json.WIRE
        .mapper()
        .readTree(Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()));
  }
}
