package org.vicinal.coordinator.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;

/** Anybody finds a design, and what of it can be made around the corner. */
class SearchApiTest {
  private static EdgeFixture edge;

  @BeforeAll
  static void start(@TempDir Path data) {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    var dora = edge.as(Role.DESIGNER, "dora");
    var print = EdgeFixture.put(dora, Bodied.PRINT);
    var hook = Bodied.release(print);
    publish(dora, "wall-hook", Bodied.with(hook, "keywords", List.of("Garderobe")));
    var handle = Bodied.with(hook, "title", "Drawer handle");
    publish(
        dora,
        "handle",
        Bodied.with(
            Bodied.with(handle, "material", "PETG"),
            "fits",
            List.of(Map.of("brand", "Miele", "model", "S5"))));
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void wordsWithASlipFindADesign() {
    find("q=wal+hok").jsonPath("$.designs[0].id").isEqualTo("wall-hook");
    find("q=garderobe")
        .jsonPath("$.total")
        .isEqualTo(1)
        .jsonPath("$.designs[0].releases[0].keywords[0]")
        .isEqualTo("Garderobe");
    find("q=bicycle").jsonPath("$.designs.length()").isEqualTo(0);
  }

  @Test
  void aSparePartIsFoundByWhatItFits() {
    find("fits=miele,+s5")
        .jsonPath("$.designs[0].id")
        .isEqualTo("handle")
        .jsonPath("$.designs[0].releases[0].fits[0].brand")
        .isEqualTo("Miele");
  }

  @Test
  void nearMeFindsOnlyWhatSomebodyAroundCanMake() {
    find("near=51.4545,-0.9781")
        .jsonPath("$.designs.length()")
        .isEqualTo(1)
        .jsonPath("$.designs[0].near.workshop")
        .isEqualTo("mill-lane"); // which has PLA and no PETG
    find("near=40,10").jsonPath("$.designs.length()").isEqualTo(0);
  }

  @Test
  void materialSizeAndLicenceNarrowIt() {
    find("material=PETG&process=3d+printing&sellable=true")
        .jsonPath("$.designs[0].id")
        .isEqualTo("handle");
    find("licence=mit").jsonPath("$.total").isEqualTo(0);
    find("within=5x5x5").jsonPath("$.total").isEqualTo(0);
    find("within=300x300x300").jsonPath("$.total").isEqualTo(2);
  }

  @Test
  void aParameterThatIsNotUnderstoodIsNamed() {
    for (var wrong : List.of("sise=3", "within=3", "near=here", "limit=0", "process=magic")) {
      edge.web
          .get()
          .uri("/api/v1/designs?" + wrong)
          .exchange()
          .expectStatus()
          .isEqualTo(422)
          .expectBody()
          .jsonPath("$.field")
          .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
  }

  private static void publish(WebTestClient who, String id, Map<String, Object> body) {
    who.put()
        .uri("/api/v1/designs/" + id + "/releases/1.0.0")
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isCreated();
  }

  private static WebTestClient.BodyContentSpec find(String query) {
    return edge.web
        .get()
        .uri(java.net.URI.create(edge.address() + "/api/v1/designs?" + query))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }
}
