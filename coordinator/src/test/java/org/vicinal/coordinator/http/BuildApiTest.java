package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.work.Price;
import tools.jackson.databind.JsonNode;

/** A designer sees where a design was built, as far as customer and workshop agree. */
class BuildApiTest {
  @TempDir private Path data;
  private EdgeFixture edge;
  private WebTestClient ana;
  private WebTestClient mill;

  @BeforeEach
  void aReleaseIsMadeAndAccepted() {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    ana = edge.as(Role.CUSTOMER, "ana");
    mill = edge.as(Role.WORKSHOP, "mill-lane");
    var dora = edge.as(Role.DESIGNER, "dora");
    var print = EdgeFixture.put(dora, Bodied.PRINT);
    publish(dora, "wall-hook", Bodied.release(print));
    publish(dora, "wide-hook", Bodied.with(Bodied.release(print), "forkOf", "wall-hook@1.0.0"));
    make("one", "wall-hook", "=cmd; it \"holds\", well");
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void withoutConsentABuildIsOnlyCounted() {
    var builds = builds();
    assertThat(builds.path("lots").asInt()).isEqualTo(1);
    assertThat(builds.path("accepted").asInt()).isEqualTo(1);
    assertThat(builds.path("releases").path("wall-hook@1.0.0").asInt()).isEqualTo(1);
    assertThat(builds.path("builds")).isEmpty();
    consent(ana, "QUARTER", true);
    assertThat(builds().path("builds")).as("only one of the two agreed").isEmpty();
  }

  @Test
  void theMoreReservedOfTheTwoCounts() {
    assertThat(json(ana.get().uri("/api/v1/consent").exchange()).path("asked").asBoolean())
        .isFalse();
    consent(ana, "REGION", false);
    consent(mill, "QUARTER", true);
    var build = builds().path("builds").path(0);
    assertThat(build.path("workshop").asString()).isEqualTo("mill-lane");
    assertThat(build.path("machine").asString()).isEqualTo("mk3");
    assertThat(build.path("coarseness").asString()).isEqualTo("region");
    assertThat(build.path("place").path("latitude").asDouble())
        .isNotEqualTo(EdgeFixture.TOWN.latitude())
        .isBetween(51.0, 52.0);
    assertThat(build.has("remark")).isFalse();
    consent(ana, "QUARTER", true);
    assertThat(builds().path("builds").path(0).path("remark").asString()).contains("holds");
  }

  @Test
  void consentIsWithdrawnForWhatWasBefore() {
    consent(ana, "QUARTER", true);
    consent(mill, "QUARTER", true);
    assertThat(builds().path("builds")).hasSize(1);
    consent(mill, "NOTHING", false);
    assertThat(builds().path("builds")).isEmpty();
    assertThat(builds().path("lots").asInt()).isEqualTo(1);
  }

  @Test
  void aForksBuildsAreSeenToo() {
    consent(ana, "REGION", false);
    consent(mill, "REGION", false);
    make("two", "wide-hook", "");
    assertThat(builds().path("builds"))
        .extracting(it -> it.path("release").asString())
        .containsExactly("wide-hook@1.0.0", "wall-hook@1.0.0"); // the newest first
    assertThat(builds("wide-hook").path("builds")).hasSize(1);
  }

  @Test
  void itIsExportedForMapsSheetsAndReaders() throws Exception {
    consent(ana, "QUARTER", true);
    consent(mill, "QUARTER", true);
    var map = Json.WIRE.mapper().readTree(text("geojson"));
    assertThat(map.at("/features/0/geometry/coordinates/0").asDouble()).isBetween(-1.0, -0.9);
    assertThat(map.at("/features/0/properties/release").asString()).isEqualTo("wall-hook@1.0.0");
    assertThat(text("csv").lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("wall-hook@1.0.0,")
        .endsWith(",quarter,\"'=cmd; it \"\"holds\"\", well\"");
    var feed =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new java.io.ByteArrayInputStream(
                    text("atom").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(1);
    assertThat(feed.getElementsByTagName("summary").item(0).getTextContent()).contains("mk3");
    edge.web
        .get()
        .uri("/api/v1/designs/wall-hook/builds?format=pdf")
        .exchange()
        .expectStatus()
        .isEqualTo(422);
  }

  private void make(String order, String design, String remark) {
    Map<String, Object> body = new LinkedHashMap<>(Bodied.order("0".repeat(64)));
    List.of("files", "origin", "title", "material").forEach(body::remove);
    body.put("release", design + "@1.0.0");
    ana.put().uri("/api/v1/orders/" + order).bodyValue(body).exchange().expectStatus().isCreated();
    var job = new JobId(order + "-1");
    var lot = new LotId(job, 0, 1);
    var soon = Instant.now().plusSeconds(3_600);
    var price = new Price("EUR", List.of());
    edge.report("mill-lane", new Seen.Bid(job, 1, new MachineId("mk3"), 1, 900, soon, price));
    edge.report("mill-lane", new Seen.Acceptance(lot));
    edge.report("mill-lane", new Seen.LotMade(lot, 1));
    say(mill, lot, "ready", Map.of());
    say(ana, lot, "collection", Map.of());
    say(ana, lot, "acceptance", Map.of("reason", remark));
  }

  private static void say(WebTestClient who, LotId lot, String verb, Map<String, Object> body) {
    who.post()
        .uri("/api/v1/lots/" + lot + "/" + verb)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static void publish(WebTestClient who, String id, Map<String, Object> body) {
    who.put()
        .uri("/api/v1/designs/" + id + "/releases/1.0.0")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isCreated();
  }

  private static void consent(WebTestClient who, String place, boolean remarks) {
    var said =
        json(
            who.put()
                .uri("/api/v1/consent")
                .bodyValue(Map.of("place", place, "remarks", remarks))
                .exchange());
    assertThat(said.path("asked").asBoolean()).isTrue();
    assertThat(said.path("place").asString()).isEqualTo(place);
  }

  private JsonNode builds() {
    return builds("wall-hook");
  }

  private JsonNode builds(String design) {
    return json(edge.web.get().uri("/api/v1/designs/" + design + "/builds").exchange());
  }

  private String text(String format) {
    return java.util.Objects.requireNonNull(
        edge.web
            .get()
            .uri("/api/v1/designs/wall-hook/builds?format=" + format)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private static JsonNode json(WebTestClient.ResponseSpec response) {
    var body =
        response.expectStatus().isOk().expectBody(byte[].class).returnResult().getResponseBody();
    return Json.WIRE.mapper().readTree(java.util.Objects.requireNonNull(body));
  }
}
