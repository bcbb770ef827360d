package org.vicinal.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;

/** What a licence forbids, and what was withdrawn, cannot be ordered. */
class LicenceApiTest {
  private static EdgeFixture edge;
  private static WebTestClient dora;
  private static WebTestClient ana;
  private static String print;

  @BeforeAll
  static void start(@TempDir Path data) {
    edge = new EdgeFixture(data);
    dora = edge.as(Role.DESIGNER, "dora");
    ana = edge.as(Role.CUSTOMER, "ana");
    print = EdgeFixture.put(dora, Bodied.PRINT);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void whatMayBeMadeAndSoldIsOrdered() {
    publish("free", "CC-BY-4.0 OR CC-BY-NC-4.0").expectStatus().isCreated();
    order(ana, "free").expectStatus().isCreated();
  }

  @Test
  void whatMayNotBeSoldIsOrderedByItsDesignerOnly() {
    publish("shared", "CC-BY-NC-SA-4.0").expectStatus().isCreated();
    order(ana, "shared")
        .expectStatus()
        .isEqualTo(422)
        .expectBody(String.class)
        .value(it -> assertThat(it).contains("CC-BY-NC-SA-4.0", "not for sale"));
    order(dora, "shared").expectStatus().isCreated();
  }

  @Test
  void aTextOfOnesOwnAllowsNothing() {
    publish("reserved", "LicenseRef-AllRightsReserved").expectStatus().isCreated();
    order(ana, "reserved")
        .expectStatus()
        .isEqualTo(422)
        .expectBody(String.class)
        .value(it -> assertThat(it).contains("does not let others make it"));
  }

  @Test
  void aLicenceNobodyKnowsIsNotPublished() {
    publish("odd", "be nice")
        .expectStatus()
        .isEqualTo(422)
        .expectBody(String.class)
        .value(it -> assertThat(it).contains("SPDX", "be"));
  }

  @Test
  void aWithdrawnReleaseStaysReadableAndCannotBeOrdered() {
    publish("weak", "CERN-OHL-S-2.0").expectStatus().isCreated();
    say(ana, "weak", "withdrawal").expectStatus().isForbidden();
    say(dora, "weak", "warning")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.releases[0].warning")
        .isEqualTo("it breaks under a wet coat");
    order(dora, "weak").expectStatus().isCreated();
    say(dora, "weak", "withdrawal").expectStatus().isOk();
    order(ana, "weak")
        .expectStatus()
        .isEqualTo(422)
        .expectBody(String.class)
        .value(it -> assertThat(it).contains("was withdrawn: it breaks under a wet coat"));
    edge.web
        .get()
        .uri("/api/v1/designs/weak")
        .exchange()
        .expectBody()
        .jsonPath("$.releases[0].withdrawn")
        .isEqualTo("it breaks under a wet coat");
  }

  private static WebTestClient.ResponseSpec say(WebTestClient who, String design, String what) {
    return who.post()
        .uri("/api/v1/designs/" + design + "/releases/1.0.0/" + what)
        .bodyValue(Map.of("reason", "it breaks under a wet coat"))
        .exchange();
  }

  private static WebTestClient.ResponseSpec publish(String id, String licence) {
    return dora.put()
        .uri("/api/v1/designs/" + id + "/releases/1.0.0")
        .bodyValue(Bodied.with(Bodied.release(print), "licence", licence))
        .exchange();
  }

  private static WebTestClient.ResponseSpec order(WebTestClient who, String design) {
    Map<String, Object> body = new LinkedHashMap<>(Bodied.order(print));
    body.remove("files");
    body.remove("origin");
    body.remove("title");
    body.put("release", design + "@1.0.0");
    return who.put()
        .uri("/api/v1/orders/of-" + design + "-" + System.identityHashCode(who))
        .bodyValue(body)
        .exchange();
  }
}
