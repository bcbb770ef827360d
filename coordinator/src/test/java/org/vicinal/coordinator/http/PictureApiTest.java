package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.files.Verification;

/** A model is shown to whoever may read it; those who ordered are told; files are verified. */
class PictureApiTest {
  private static final String SOLID =
      """
      solid corner
      facet normal 0 0 0 outer loop vertex 0 0 0 vertex 0 20 0 vertex 20 0 0 endloop endfacet
      facet normal 0 0 0 outer loop vertex 0 0 0 vertex 0 0 20 vertex 0 20 0 endloop endfacet
      facet normal 0 0 0 outer loop vertex 0 0 0 vertex 20 0 0 vertex 0 0 20 endloop endfacet
      facet normal 0 0 0 outer loop vertex 20 0 0 vertex 0 20 0 vertex 0 0 20 endloop endfacet
      endsolid corner
      """;

  @TempDir private Path data;
  private EdgeFixture edge;
  private WebTestClient dora;
  private WebTestClient ana;

  @BeforeEach
  void start() {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    dora = edge.as(Role.DESIGNER, "dora");
    ana = edge.as(Role.CUSTOMER, "ana");
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void aPublishedModelIsShownToEverybodyAndAPrivateOneToItsOwner() throws Exception {
    var model = EdgeFixture.put(dora, SOLID.getBytes(StandardCharsets.UTF_8));
    var where = "/api/v1/files/" + model + "/picture";
    edge.web.get().uri(where).exchange().expectStatus().isNotFound();
    dora.get().uri(where).exchange().expectStatus().isOk();
    publish("corner", model, "corner.stl");
    var picture = json("/api/v1/designs/corner").at("/releases/0/picture").asString();
    assertThat(picture).isEqualTo(where);
    var png =
        edge.web
            .get()
            .uri(picture + "?size=100")
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("image/png")
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    var image = ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(png)));
    assertThat(image.getWidth()).isEqualTo(100);
    assertThat(image.getRGB(0, 0) >>> 24).as("transparent around it").isZero();
    var middle = image.getRGB(0, 0, 100, 100, null, 0, 100);
    assertThat(java.util.Arrays.stream(middle).filter(it -> it >>> 24 == 255).count())
        .isBetween(500L, 9_000L);
    edge.web.get().uri(where + "?size=9999").exchange().expectStatus().isEqualTo(422);
  }

  @Test
  void whatIsNoModelHasNoPicture() {
    var print = EdgeFixture.put(dora, Bodied.PRINT);
    dora.get()
        .uri("/api/v1/files/" + print + "/picture")
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody(String.class)
        .value(it -> assertThat(it).contains("STL, 3MF or OBJ"));
  }

  @Test
  void whoOrderedAReleaseIsToldWhatIsSaidAgainstIt() {
    var print = EdgeFixture.put(dora, Bodied.PRINT);
    publish("hook", print, "hook.gcode");
    order("before");
    var mark = json("/api/v1/orders/before").path("story").size();
    object("warning", "the screws are M4");
    order("after");
    object("withdrawal", "it breaks under a wet coat");
    var story = json("/api/v1/orders/before").path("story").toString();
    assertThat(story).contains("the screws are M4", "was withdrawn: it breaks under a wet coat");
    assertThat(json("/api/v1/orders/before").path("story").size()).isEqualTo(mark + 2);
    assertThat(json("/api/v1/orders/after").path("story").toString())
        .as("a warning that was there when it was ordered was read then")
        .doesNotContain("M4")
        .contains("was withdrawn");
    edge.report("mill-lane", new org.vicinal.messages.net.Seen.Refusal(job("before"), 1, "busy"));
    assertThat(json("/api/v1/orders/before").path("story").toString())
        .as("it stays when something else happens")
        .contains("the screws are M4");
  }

  @Test
  void everyFileIsComparedWithItsName() throws Exception {
    var model = EdgeFixture.put(dora, SOLID.getBytes(StandardCharsets.UTF_8));
    publish("corner", model, "corner.stl");
    EdgeFixture.put(ana, Bodied.PRINT); // private, and sealed
    var files = data.resolve("files");
    var whole = Verification.of(files, edge.edge.vault());
    assertThat(whole.wrong()).isEmpty();
    assertThat(whole.checked()).isEqualTo(2);
    assertThat(whole.bytes()).isEqualTo((long) SOLID.length() + Bodied.PRINT.length);
    Files.writeString(files.resolve(model.substring(0, 2)).resolve(model.substring(2)), "torn");
    try (var all = Files.walk(files)) {
      var sealedFile =
          all.filter(it -> it.toString().endsWith(".sealed")).findFirst().orElseThrow();
      var bytes = Files.readAllBytes(sealedFile);
      bytes[bytes.length / 2] ^= 1;
      Files.write(sealedFile, bytes);
    }
    var broken = Verification.of(files, edge.edge.vault());
    assertThat(broken.wrong())
        .hasSize(2)
        .anyMatch(it -> it.contains(model) && it.contains("other bytes than its name says"))
        .anyMatch(it -> it.contains("cannot be read"));
    assertThat(broken.there()).isEmpty();
  }

  private static org.vicinal.messages.id.JobId job(String order) {
    return new org.vicinal.messages.id.JobId(order + "-1");
  }

  private void publish(String id, String digest, String name) {
    var files = List.of(Map.of("name", name, "digest", digest));
    dora.put()
        .uri("/api/v1/designs/" + id + "/releases/1.0.0")
        .bodyValue(Bodied.with(Bodied.release(digest), "files", files))
        .exchange()
        .expectStatus()
        .isCreated();
  }

  private void order(String order) {
    Map<String, Object> body = new LinkedHashMap<>(Bodied.order("0".repeat(64)));
    List.of("files", "origin", "title", "material").forEach(body::remove);
    body.put("release", "hook@1.0.0");
    edge.placeOrder(ana, order, body);
  }

  private void object(String what, String reason) {
    dora.post()
        .uri("/api/v1/designs/hook/releases/1.0.0/" + what)
        .bodyValue(Map.of("reason", reason))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private tools.jackson.databind.JsonNode json(String path) {
    var body =
        ana.get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    return org.vicinal.messages.wire.Json.WIRE.mapper().readTree(Objects.requireNonNull(body));
  }
}
