package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;

/** What a customer may wish beyond the file, and which wishes contradict themselves. */
class WishApiTest {
  private static final String MODEL = Solid.tetrahedron(20);

  private static EdgeFixture edge;
  private static WebTestClient ana;
  private static String print;
  private static String model;

  @BeforeAll
  static void start(@TempDir Path data) {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    ana = edge.as(Role.CUSTOMER, "ana");
    print = EdgeFixture.put(ana, Bodied.PRINT);
    model = EdgeFixture.put(ana, MODEL.getBytes(UTF_8));
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void everythingThatIsAskedStandsInTheOrder() {
    var body =
        asking(
            Map.of(
                "tolerance", "ISO 2768-m",
                "purposes", List.of("food", "skin"),
                "finishes", List.of("sanded"),
                "colour", "black",
                "critical", List.of(Map.of("what", "bore", "nominalMm", 8, "plusMinusMm", 0.1))));
    var choosing =
        Map.of("by", "i-choose", "limit", "12.50 EUR", "handover", "delivery", "firstPiece", true);
    put("whole", Bodied.with(Bodied.with(body, "choosing", choosing), "pieces", 3))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.requirement.needs.colour")
        .isEqualTo("black")
        .jsonPath("$.requirement.quality.tolerance")
        .isEqualTo("ISO2768_M")
        .jsonPath("$.requirement.quality.critical[0].what")
        .isEqualTo("bore")
        .jsonPath("$.requirement.terms.purposes.length()")
        .isEqualTo(2)
        .jsonPath("$.choosing.firstPiece")
        .isEqualTo(true)
        .jsonPath("$.choosing.most")
        .isEqualTo(1250)
        .jsonPath("$.origin.licence")
        .isEqualTo("LicenseRef-AllRightsReserved");
  }

  @Test
  void aBroughtFileNamesItsOriginAndLicence() {
    var good = Bodied.order(print);
    refused(Bodied.without(good, "origin"), "origin", "whose work");
    refused(Bodied.with(good, "origin", Map.of()), "origin.source", "own, or the address");
    refused(
        Bodied.with(good, "origin", Map.of("source", "https://example.org/hook")),
        "origin.licence",
        "licence");
    refused(
        Bodied.with(good, "origin", Map.of("source", "a friend", "licence", "CC0-1.0")),
        "origin",
        "a friend");
    var shared = Map.of("source", "https://example.org/hook", "licence", "CC-BY-SA-4.0");
    put("shared", Bodied.with(good, "origin", shared))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.origin.source")
        .isEqualTo("https://example.org/hook");
  }

  @Test
  void wishesThatContradictThemselvesAreAnsweredAtOnce() {
    refused(asking(Map.of("heatCelsius", 90)), "asks.heatCelsius", "PLA bears 51 °C");
    refused(asking(Map.of("tolerance", "IT5")), "asks.tolerance", "no less than");
    refused(
        asking(
            Map.of(
                "critical", List.of(Map.of("what", "bore", "nominalMm", 8, "plusMinusMm", 0.001)))),
        "asks.tolerance",
        "bore of 8.0 mm");
    refused(asking(Map.of("purposes", List.of("ordinary", "food"))), "asks.purposes", "either");
    refused(asking(Map.of("purposes", List.of("toys"))), "asks.purposes", "child-under-three");
    refused(asking(Map.of("tolerance", "very fine")), "asks.tolerance", "ISO 2768");
    refused(Bodied.with(Bodied.order(print), "material", "oak"), "material", "oak is not one");
    refused(
        Bodied.with(Bodied.order(print), "choosing", Map.of("together", true, "handovers", 3)),
        "together",
        "found both");
    refused(
        Bodied.with(Bodied.order(print), "choosing", Map.of("limit", "12.50 sheep")),
        "choosing.unit",
        "currency");
  }

  @Test
  void aModelWithoutAProgramIsMatchedByItsBoxAndVolume() {
    matches(Map.of("files", model(), "material", "PLA"))
        .jsonPath("$.rings[0].fits[0].workshop")
        .isEqualTo("mill-lane")
        .jsonPath("$.requirement.making")
        .isEqualTo("FFF")
        .jsonPath("$.work.from")
        .isEqualTo("its volume")
        .jsonPath("$.work.error")
        .isEqualTo(2.0)
        .jsonPath("$.program")
        .value(String.class, words -> assertThat(words).contains("no program yet"));
  }

  @Test
  void anOrderForAModelIsOnlyForThoseWhoMakePrograms() {
    var body = Bodied.with(Bodied.order(print), "files", model());
    put("model", body)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("UNMADE")
        .jsonPath("$.outcome")
        .value(String.class, words -> assertThat(words).contains("a program (G-code) for one"));
  }

  @Test
  void aModelOfAMaterialThatSaysNoProcessIsAskedFor() {
    var body = Bodied.with(Bodied.order(print), "files", model());
    refused(Bodied.with(body, "material", "oak"), "files", "name the process");
    refused(
        Bodied.with(Bodied.with(body, "material", "oak"), "process", "FFF"),
        "material",
        "oak is not one");
  }

  private static List<Map<String, Object>> model() {
    return List.of(Map.of("name", "corner.stl", "digest", model));
  }

  private static Map<String, Object> asking(Map<String, Object> asks) {
    return Bodied.with(Bodied.order(print), "asks", asks);
  }

  private static void refused(Map<String, Object> body, String field, String words) {
    put("refused", body)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.field")
        .isEqualTo(field)
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains(words));
  }

  private static WebTestClient.ResponseSpec put(String id, Map<String, Object> body) {
    return ana.put().uri("/api/v1/orders/" + id).bodyValue(body).exchange();
  }

  private static WebTestClient.BodyContentSpec matches(Map<String, Object> body) {
    var asked = new LinkedHashMap<>(body);
    asked.put("place", Map.of("latitude", 51.4545, "longitude", -0.9781));
    return ana.post()
        .uri("/api/v1/matches")
        .bodyValue(asked)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }
}
