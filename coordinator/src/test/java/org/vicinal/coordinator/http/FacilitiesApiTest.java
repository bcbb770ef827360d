package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.commons.Finding;
import org.vicinal.commons.Kind;
import org.vicinal.commons.Manifests;
import org.vicinal.commons.okw.Okw;
import org.vicinal.commons.tree.Node;
import org.vicinal.coordinator.cli.CoordinatorMain;
import org.vicinal.messages.wire.Json;

/** A live community is read by whoever reads Open Know-Where or SpaceAPI, ourselves among them. */
class FacilitiesApiTest {
  @TempDir private Path data;
  private EdgeFixture edge;

  @BeforeEach
  void twoWorkshops() {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    edge.workshop("weir-lane", EdgeFixture.TOWN);
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"okw", "okw-spec", "spaceapi"})
  void eachDialectIsRecognisedAndReadWithoutAnError(String dialect) {
    var text = body(get("workshops/mill-lane/manifest?as=" + dialect));
    var manifest = Manifests.read("mill-lane.json", text.getBytes(UTF_8));
    assertThat(manifest.kind()).as(text).isEqualTo(Kind.find(dialect).orElseThrow());
    var findings = new ArrayList<Finding>();
    var facility = Okw.facilities(manifest.kind(), manifest.root(), findings).getFirst();
    assertThat(findings)
        .filteredOn(it -> it.severity() == Finding.Severity.ERROR)
        .as(text)
        .isEmpty();
    assertThat(facility.words("name")).contains("The shop in mill-lane");
    assertThat(facility.find("equipment").map(Node::each).orElseThrow()).hasSize(1);
  }

  @Test
  void aCommunityIsWrittenWholeAndShowsNoMoreThanThePage() {
    var text = body(get("workshops/manifest"));
    var read = Json.WIRE.mapper().readTree(text);
    assertThat(read).hasSize(2);
    assertThat(read.path(0).path("equipment").path(0).path("x_travel").asInt()).isEqualTo(250);
    var place = edge.views.findWorkshop(new org.vicinal.messages.id.WorkshopId("mill-lane"));
    assertThat(read.path(0).path("location").path("coordinates").path("lat").asDouble())
        .isCloseTo(
            place.orElseThrow().place().latitude(), org.assertj.core.api.Assertions.within(1e-4));
  }

  @Test
  void whatIsNotThereIsSaid() {
    get("workshops/nobody/manifest").expectStatus().isNotFound();
    get("workshops/manifest?as=okh-2").expectStatus().isEqualTo(422);
    get("workshops/manifest?like=okw").expectStatus().isEqualTo(422);
    var printed = new StringWriter();
    var line = CoordinatorMain.commandLine().setOut(new PrintWriter(printed));
    int code =
        line.execute("workshops", "mill-lane", "--as=spaceapi", "--coordinator=" + edge.address());
    assertThat(code).isZero();
    assertThat(printed.toString()).contains("api_compatibility", "The shop in mill-lane");
  }

  private WebTestClient.ResponseSpec get(String path) {
    return edge.web.get().uri(edge.address().resolve("/api/v1/" + path)).exchange();
  }

  private static String body(WebTestClient.ResponseSpec answer) {
    var body = answer.expectStatus().isOk().expectBody().returnResult().getResponseBody();
    return new String(Objects.requireNonNull(body), UTF_8);
  }
}
