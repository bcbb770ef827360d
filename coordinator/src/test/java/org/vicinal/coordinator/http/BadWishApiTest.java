package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * What cannot be made, or cannot be read, is answered at once and in words; nothing of it stays.
 */
class BadWishApiTest {
  private static final int BOMB = 40 << 20; // unpacked, of some 40 kB
  private static EdgeFixture edge;
  private static WebTestClient ana;
  private static String print;
  private static final AtomicInteger numbers = new AtomicInteger();

  @BeforeAll
  static void start(@TempDir Path data) {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    ana = edge.as(Role.CUSTOMER, "ana");
    print = EdgeFixture.put(ana, Bodied.PRINT);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-02-31T12:00:00Z\"",
        "\"9999999-01-01T00:00:00Z\"",
        "\"2001-01-01T00:00:00Z\"",
        "\"2999-01-01T00:00:00Z\"",
        "\"tomorrow\"",
        "\"\"",
        "-5",
        "[]"
      })
  void aDayThatCannotBeIsNamed(String wanted) {
    refused(typed("wanted", wanted), "wanted");
  }

  @Test
  void aDaySoonerThanAnybodyCanIsAnsweredWithWhatWouldHelp() {
    var body =
        Map.of(
            "files", List.of(Map.of("name", "hook.gcode", "digest", print)),
            "material", "PLA",
            "pieces", 100,
            "wanted", Instant.now().plusSeconds(60).toString(),
            "place", Map.of("latitude", 51.4545, "longitude", -0.9781));
    ana.post()
        .uri("/api/v1/matches")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .value(answer -> assertThat(answer).contains("nobody in time: a later day would help"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-3", "1000000000", "1e99", "99999999999999999999", "2.5", "\"many\""})
  void aNumberOfPiecesThatCannotBeIsNamed(String pieces) {
    refused(typed("pieces", pieces), "pieces");
  }

  @Test
  void aMaterialThatNobodyKnowsIsAskedForByItsNameAndNobodyHasIt() {
    refused(typed("material", "\"\""), "material");
    put("unknown", Bodied.with(Bodied.order(print), "material", "unobtainium"))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("UNMADE")
        .jsonPath("$.outcome")
        .value(String.class, words -> assertThat(words).contains("unobtainium"));
  }

  @ParameterizedTest
  @CsvSource({"90, 0", "-90, 0", "0, 180", "0, -180", "89.999999, 179.999999"})
  void anOrderFromTheEndsOfTheEarthIsTakenAndEndsUnmade(double north, double east) {
    var id = "end-%s-%s".formatted((int) north, (int) east);
    put(id, Bodied.with(Bodied.order(print), "place", Map.of("latitude", north, "longitude", east)))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.outcome")
        .value(String.class, words -> assertThat(words).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"latitude\": 90.0001, \"longitude\": 0}', place.latitude",
    "'{\"latitude\": 0, \"longitude\": 180.5}', place.longitude",
    "'{\"latitude\": \"NaN\", \"longitude\": 0}', place.latitude",
    "'{\"latitude\": 1e400, \"longitude\": 0}', place.latitude",
    "'{\"longitude\": 0}', place.latitude",
    "'{}', place.latitude",
    "null, place",
    "'\"here\"', place"
  })
  void aPlaceThatIsNoneIsNamed(String place, String field) {
    refused(typed("place", place), field);
  }

  @Test
  void wishesThatContradictEachOtherAreNamed() {
    refused(choosing(Map.of("firstPiece", true)), "firstPiece");
    refused(choosing(Map.of("handovers", 0)), "handovers");
    refused(choosing(Map.of("limit", "-1 EUR")), "limit");
    refused(choosing(Map.of("limit", "1e30 EUR")), "limit");
    refused(choosing(Map.of("limit", "12.505 EUR")), "limit");
    refused(choosing(Map.of("by", "fastest")), "choosing.by");
    refused(choosing(Map.of("lookHours", -1)), "choosing.lookHours");
  }

  @Test
  void anEmptyModelIsNone() {
    model("empty.stl", new byte[0], "the file is empty");
    model("empty.stl", "solid nothing\nendsolid nothing\n".getBytes(UTF_8), "");
    model("noise.stl", "this is no model at all, whatever its name says".getBytes(UTF_8), "");
  }

  @Test
  void aModelOfWhichAFaceIsMissingSaysSo() {
    model("open.stl", open(20).getBytes(UTF_8), "watertight");
  }

  @Test
  void aModelInMetresOrInchesIsAskedAbout() {
    model("metres.stl", Solid.tetrahedron(0.02).getBytes(UTF_8), "metres");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    model("bomb.3mf", bomb(), "");
    assertThat(print).isNotBlank(); // and the coordinator still answers:
    put("after-the-bomb", Bodied.order(print)).expectStatus().isCreated();
  }

  private static void model(String name, byte[] bytes, String words) {
    var digest = EdgeFixture.put(ana, bytes);
    var body =
        Bodied.with(Bodied.order(print), "files", List.of(Map.of("name", name, "digest", digest)));
    var id = "refused-" + numbers.incrementAndGet();
    put(id, body)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.field")
        .value(String.class, field -> assertThat(field).startsWith("files"))
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains(words));
    gone(id);
  }

  private static String open(double side) {
    var whole = Solid.tetrahedron(side);
    int last = whole.lastIndexOf("facet normal");
    return whole.substring(0, last) + "endsolid corner\n";
  }

  private static byte[] bomb() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("3D/3dmodel.model"));
      zip.write(
          "<model unit=\"millimeter\"><resources><object id=\"1\"><mesh><vertices>"
              .getBytes(UTF_8));
      var row = "<vertex x=\"0\" y=\"0\" z=\"0\"/>".repeat(1000).getBytes(UTF_8);
      for (int written = 0; written < BOMB; written += row.length) {
        zip.write(row);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static Map<String, Object> choosing(Map<String, Object> choosing) {
    return Bodied.with(Bodied.order(print), "choosing", choosing);
  }

  /** A good order in which one field has been typed like this. */
  private static String typed(String field, String json) {
    var good = Bodied.with(Bodied.order(print), field, "@@");
    return JsonMapper.shared().writeValueAsString(good).replace("\"@@\"", json);
  }

  private static void refused(Object body, String field) {
    var id = "refused-" + numbers.incrementAndGet();
    put(id, body)
        .expectStatus()
        .value(status -> assertThat(status).isIn(400, 422))
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.field")
        .value(String.class, named -> assertThat(named).endsWith(field))
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains("Expected", "found"));
    gone(id);
  }

  private static void gone(String id) {
    ana.get().uri("/api/v1/orders/" + id).exchange().expectStatus().isNotFound();
  }

  private static WebTestClient.ResponseSpec put(String id, Object body) {
    return ana.put()
        .uri("/api/v1/orders/" + id)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }
}
