package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.messages.wire.Json;
import tools.jackson.databind.JsonNode;

/** Designs, workshops, the page, the health and everything else that is not an order or a file. */
class EdgeApiTest {
  private static EdgeFixture edge;
  private static WebTestClient dora;
  private static WebTestClient steward;

  @BeforeAll
  static void start(@TempDir Path data) {
    edge = new EdgeFixture(data);
    dora = edge.as(Role.DESIGNER, "dora");
    steward = edge.as(Role.STEWARD, "sam");
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void aReleaseTellsWhatItsProgramAsksAndNeverChanges() {
    var digest = EdgeFixture.put(dora, Bodied.PRINT);
    var where = "/api/v1/designs/hook/releases/1.0.0";
    dora.put()
        .uri(where)
        .bodyValue(Bodied.release(digest))
        .exchange()
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.releases[0].release")
        .isEqualTo("hook@1.0.0")
        .jsonPath("$.releases[0].requirement.bedCelsius")
        .isEqualTo(60);
    dora.put().uri(where).bodyValue(Bodied.release(digest)).exchange().expectStatus().isOk();
    dora.put()
        .uri(where)
        .bodyValue(Bodied.with(Bodied.release(digest), "title", "Another"))
        .exchange()
        .expectStatus()
        .isEqualTo(409);
    edge.as(Role.CUSTOMER, "ana")
        .put()
        .uri(where)
        .bodyValue(Bodied.release(digest))
        .exchange()
        .expectStatus()
        .isForbidden();
    edge.web.get().uri("/api/v1/designs/hook").exchange().expectStatus().isOk();
    edge.web.get().uri("/api/v1/designs/nothing").exchange().expectStatus().isNotFound();
    edge.as(Role.CUSTOMER, "ana")
        .put()
        .uri("/api/v1/orders/a-hook")
        .bodyValue(
            Map.of(
                "release",
                "hook@1.0.0",
                "pieces",
                2,
                "wanted",
                Bodied.tomorrow(),
                "place",
                Map.of("latitude", 51.45, "longitude", -0.97)))
        .exchange()
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.title")
        .isEqualTo("Wall hook");
  }

  @Test
  void aStewardLetsAWorkshopInAndTheSecretIsInThatAnswerOnly() {
    var body = Map.of("name", "Mill Lane", "place", Map.of("latitude", 51.45, "longitude", -0.97));
    var where = "/api/v1/workshops/mill-lane/enrolments";
    edge.web.post().uri(where).bodyValue(body).exchange().expectStatus().isUnauthorized();
    dora.post().uri(where).bodyValue(body).exchange().expectStatus().isForbidden();
    steward
        .post()
        .uri(where)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.secret")
        .isEqualTo("hush")
        .jsonPath("$.coordinatorUrl")
        .value(String.class, url -> assertThat(url).startsWith("http://127.0.0.1:"));
    edge.web
        .get()
        .uri("/api/v1/workshops/mill-lane")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.standing")
        .isEqualTo("MEMBER")
        .jsonPath("$.secret")
        .doesNotExist();
    edge.as(Role.WORKSHOP, "mill-lane").post().uri(where).exchange().expectStatus().isCreated();
    edge.as(Role.WORKSHOP, "other").post().uri(where).exchange().expectStatus().isForbidden();
    edge.as(Role.WORKSHOP, "mill-lane")
        .put()
        .uri("/api/v1/workshops/mill-lane")
        .bodyValue(Bodied.with(Map.copyOf(body), "name", "The Mill"))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .isEqualTo("The Mill");
  }

  @Test
  void visitorsSeeTheBoardWithoutAnythingPersonalWhereThereIsOne(@TempDir Path other) {
    edge.workshop("bread-street", EdgeFixture.TOWN);
    var ana = edge.as(Role.CUSTOMER, "ana");
    var digest = EdgeFixture.put(ana, Bodied.PRINT);
    ana.put().uri("/api/v1/orders/on-board").bodyValue(Bodied.order(digest)).exchange();
    var board =
        edge.web
            .get()
            .uri("/api/v1/orders")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(board).contains("on-board").doesNotContain("latitude").doesNotContain("ana@");
    try (var closed = new EdgeFixture(other, false, 0)) {
      closed.web.get().uri("/api/v1/orders").exchange().expectStatus().isUnauthorized();
    }
  }

  @Test
  void withTooLittleSpaceNothingNewIsTaken(@TempDir Path other) {
    try (var full = new EdgeFixture(other, true, Long.MAX_VALUE)) {
      var ana = full.as(Role.CUSTOMER, "ana");
      var problem =
          ana.put()
              .uri("/api/v1/files/" + org.vicinal.messages.id.Digest.of(Bodied.PRINT))
              .bodyValue(Bodied.PRINT)
              .exchange();
      problem.expectStatus().isEqualTo(507);
    }
  }

  @Test
  void everyErrorIsProblemDetails() {
    edge.web
        .get()
        .uri("/api/v1/nothing")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType("application/problem+json");
    edge.web
        .patch()
        .uri("/api/v1/orders")
        .exchange()
        .expectHeader()
        .contentType("application/problem+json");
    edge.bearer("nonsense")
        .get()
        .uri("/api/v1/orders")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals("WWW-Authenticate", "Bearer")
        .expectHeader()
        .contentType("application/problem+json");
    edge.as(Role.CUSTOMER, "ana")
        .put()
        .uri("/api/v1/orders/huge")
        .header("Content-Type", "application/json")
        .bodyValue(new byte[Handling.BODY_LIMIT + 1])
        .exchange()
        .expectStatus()
        .isEqualTo(413);
  }

  @Test
  void thePageComesWithAStrictPolicy() {
    edge.web
        .get()
        .uri("/")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Content-Security-Policy", Security.CONTENT_SECURITY_POLICY)
        .expectHeader()
        .valueEquals("Referrer-Policy", "no-referrer")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectBody(String.class)
        .value(page -> assertThat(page).contains("page/app.js").doesNotContain("<script>"));
    edge.web.get().uri("/page/app.js").exchange().expectStatus().isOk();
  }

  @Test
  void healthIsUpWhenTheViewsHaveCaughtUp() {
    edge.web
        .get()
        .uri("/actuator/health")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("UP");
  }

  @Test
  void aStewardBacksUpFromThisMachine() {
    steward
        .post()
        .uri("/api/v1/backup/exports")
        .bodyValue(Map.of("folder", "/srv/somewhere"))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.events")
        .isEqualTo(7);
    steward
        .post()
        .uri("/api/v1/backup/imports")
        .bodyValue(Map.of("folder", "/srv/somewhere"))
        .exchange()
        .expectStatus()
        .isEqualTo(409);
    dora.post()
        .uri("/api/v1/backup/exports")
        .bodyValue(Map.of("folder", "/srv/somewhere"))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void theOpenApiDocumentNamesEveryRouteAndNoOther() throws Exception {
    var document =
        Json.WIRE.mapper().readTree(new ClassPathResource("openapi.json").getContentAsByteArray());
    var documented = new TreeSet<String>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().propertyNames()) {
        if (!method.equals("parameters")) {
          documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    assertThat(documented).isEqualTo(RouteNames.of(Routes.of(edge.edge)));
    for (JsonNode schema : document.path("components").path("schemas")) {
      assertThat(schema.isEmpty()).isFalse();
    }
    edge.web.get().uri("/api/v1/openapi.json").exchange().expectStatus().isOk();
  }
}
