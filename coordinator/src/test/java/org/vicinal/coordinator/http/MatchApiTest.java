package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.capacity.Hours;
import org.vicinal.messages.capacity.Rate;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.place.Place;

/** Who near me could make this: asked before an order, by anybody. */
class MatchApiTest {
  private static final Map<String, Object> HERE = Map.of("latitude", 51.4545, "longitude", -0.9781);
  private static EdgeFixture edge;
  private static Instant inAnHour;

  @BeforeAll
  static void start(@TempDir Path data) {
    inAnHour = Instant.now().plusSeconds(3600);
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    edge.workshop("weir-lane", new Place(51.47, -0.99));
    edge.workshop("far-away", new Place(52.4, -0.99)); // about 105 km
    var mk3 = new MachineId("mk3");
    edge.report(
        "weir-lane",
        new Seen.Presence(
            "0.1.0",
            List.of(EdgeFixture.printer()),
            new Capacity(
                Hours.ALWAYS,
                List.of(new Capacity.Busy(mk3, inAnHour)),
                List.of(new Rate(mk3, "EUR", 300, 50, Map.of("PLA", 2500L), 300)))));
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void theRingsAnswerNearestFirstWithDatesAndPricesWhereTheyArePublished() {
    ask(part(30, 20, 10))
        .jsonPath("$.rings.length()")
        .isEqualTo(3)
        .jsonPath("$.rings[0].name")
        .isEqualTo("within 2 km")
        .jsonPath("$.rings[0].fits[0].workshop")
        .isEqualTo("mill-lane")
        .jsonPath("$.rings[0].fits[0].kilometres")
        .isEqualTo(0.5)
        .jsonPath("$.rings[0].fits[0].price")
        .doesNotExist()
        .jsonPath("$.rings[1].fits[0].workshop")
        .isEqualTo("weir-lane")
        .jsonPath("$.rings[1].fits[0].freeAt")
        .isEqualTo(inAnHour.toString())
        .jsonPath("$.rings[1].fits[0].price.currency")
        .isEqualTo("EUR")
        .jsonPath("$.rings[1].fits[0].price.low")
        .value(Integer.class, low -> assertThat(low).isGreaterThan(50))
        .jsonPath("$.rings[2].fits[0].workshop")
        .isEqualTo("far-away")
        .jsonPath("$.work.from")
        .isEqualTo("its box")
        .jsonPath("$.work.error")
        .isEqualTo(4.0)
        .jsonPath("$.verdict")
        .isEqualTo("One workshop within 2 km could make it.");
  }

  @Test
  void whoCannotSaysTheOneOrTwoThingsThatAreMissing() {
    ask(part(400, 20, 10))
        .jsonPath("$.rings.length()")
        .isEqualTo(0)
        .jsonPath("$.verdict")
        .isEqualTo("Nobody within 150 km can make it.")
        .jsonPath("$.nearMisses.length()")
        .isEqualTo(3)
        .jsonPath("$.nearMisses[0].workshop")
        .isEqualTo("mill-lane")
        .jsonPath("$.nearMisses[0].missing[0]")
        .value(String.class, words -> assertThat(words).contains("400 mm needed"));
  }

  @Test
  void nobodyHasSuchAMachine() {
    ask(Map.of("making", "welding", "material", "steel", "size", size(1, 1, 1)))
        .jsonPath("$.verdict")
        .isEqualTo("Nobody within 150 km has a machine for welding.");
  }

  @Test
  void theEndsOfTheEarthAreAnsweredToo() {
    for (var place : List.of(place(90, 0), place(-90, 180), place(0, 180), place(0, -180))) {
      post(Map.of("requirement", part(30, 20, 10), "place", place))
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath("$.rings.length()")
          .isEqualTo(0);
    }
  }

  @Test
  void badInputNamesTheField() {
    wrong("place.latitude", "place", place(91, 0));
    wrong("pieces", "pieces", 0);
    wrong("pieces", "pieces", 2_000_000_000);
    wrong("wanted", "wanted", "2001-01-01T00:00:00Z");
    wrong("wanted", "wanted", "9999-01-01T00:00:00Z");
    wrong("wish", "wish", "best");
    wrong("release", "release", "nothing@1.0.0");
    wrong(
        "requirement.making",
        "requirement",
        Map.of("making", "magic", "material", "PLA", "size", size(1, 1, 1)));
    wrong("requirement.size", "requirement", Map.of("making", "FFF", "material", "PLA"));
    wrong("requirement.material", "requirement", Map.of("making", "FFF", "size", size(1, 1, 1)));
    post(Map.of("place", HERE)).expectStatus().isEqualTo(422);
    post(Map.of("place", HERE, "files", List.of(), "material", "PLA"))
        .expectStatus()
        .isEqualTo(401);
  }

  private static void wrong(String field, String name, Object value) {
    var body = new HashMap<String, Object>(Map.of("requirement", part(30, 20, 10), "place", HERE));
    body.put(name, value);
    if (name.equals("release")) {
      body.remove("requirement");
    }
    post(body).expectStatus().isEqualTo(422).expectBody().jsonPath("$.field").isEqualTo(field);
  }

  private static WebTestClient.BodyContentSpec ask(Object requirement) {
    return post(Map.of("requirement", requirement, "place", HERE))
        .expectStatus()
        .isOk()
        .expectBody();
  }

  private static WebTestClient.ResponseSpec post(Object body) {
    return edge.web.post().uri("/api/v1/matches").bodyValue(body).exchange();
  }

  private static Map<String, Object> part(double x, double y, double z) {
    return Map.of("making", "FFF", "material", "pla", "size", size(x, y, z));
  }

  private static Map<String, Object> size(double x, double y, double z) {
    return Map.of("x", x, "y", y, "z", z);
  }

  private static Map<String, Object> place(double latitude, double longitude) {
    return Map.of("latitude", latitude, "longitude", longitude);
  }
}
