package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Price;

/** Knowing the digest of a file is no permission to read it. */
class FileApiTest {
  private static EdgeFixture edge;
  private static WebTestClient ana;
  private static WebTestClient ben;

  @BeforeAll
  static void start(@TempDir Path data) {
    edge = new EdgeFixture(data);
    ana = edge.as(Role.CUSTOMER, "ana");
    ben = edge.as(Role.CUSTOMER, "ben");
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    edge.workshop("far-away", new org.vicinal.messages.place.Place(55.95, -3.19));
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void whoBroughtAFileReadsItAndNobodyElse() {
    var digest = EdgeFixture.put(ana, bytes("hers alone"));
    get(ana, digest).expectStatus().isOk().expectBody(String.class).isEqualTo("hers alone");
    get(ben, digest).expectStatus().isNotFound();
    get(edge.web, digest).expectStatus().isNotFound();
    get(edge.as(Role.WORKSHOP, "mill-lane"), digest).expectStatus().isNotFound();
    get(edge.as(Role.STEWARD, "sam"), digest).expectStatus().isNotFound();
  }

  @Test
  void orderingWithAStrangersDigestGivesNothingAway() {
    var digest = EdgeFixture.put(ana, Bodied.PRINT);
    ben.put()
        .uri("/api/v1/orders/stolen")
        .bodyValue(Bodied.order(digest))
        .exchange()
        .expectStatus()
        .isEqualTo(422);
    get(ben, digest).expectStatus().isNotFound();
  }

  @Test
  void aWorkshopReadsWhileItIsCalledAndAfterItWasGivenTheLot() {
    var program = (new String(Bodied.PRINT, UTF_8) + "; for the grants\n").getBytes(UTF_8);
    var digest = EdgeFixture.put(ana, program);
    var near = edge.as(Role.WORKSHOP, "mill-lane");
    var far = edge.as(Role.WORKSHOP, "far-away");
    get(near, digest).expectStatus().isNotFound();
    ana.put()
        .uri("/api/v1/orders/grants")
        .bodyValue(Bodied.order(digest))
        .exchange()
        .expectStatus()
        .isCreated();
    get(near, digest).expectStatus().isOk();
    get(far, digest).expectStatus().isNotFound();
    var job = new JobId("grants-1");
    edge.report(
        "mill-lane",
        new Seen.Bid(
            job,
            1,
            new MachineId("mk3"),
            1,
            600,
            Instant.now().plus(Duration.ofHours(2)),
            new Price("EUR", List.of(new Price.Line("time", 1)))));
    edge.report("mill-lane", new Seen.Acceptance(new LotId(job, 0, 1)));
    get(near, digest).expectStatus().isOk();
    get(far, digest).expectStatus().isNotFound();
  }

  @Test
  void aPublishedFileIsForEverybody() {
    var dora = edge.as(Role.DESIGNER, "dora");
    var program = (new String(Bodied.PRINT, UTF_8) + "; published\n").getBytes(UTF_8);
    var digest = EdgeFixture.put(dora, program);
    get(edge.web, digest).expectStatus().isNotFound();
    dora.put()
        .uri("/api/v1/designs/wall-hook/releases/1.0.0")
        .bodyValue(Bodied.release(digest))
        .exchange()
        .expectStatus()
        .isCreated();
    get(edge.web, digest).expectStatus().isOk();
  }

  @Test
  void aPartOfAFileIsEnough() {
    var digest = EdgeFixture.put(ana, bytes("0123456789"));
    range(digest, "bytes=3-5")
        .expectStatus()
        .isEqualTo(206)
        .expectHeader()
        .valueEquals("Content-Range", "bytes 3-5/10")
        .expectBody(String.class)
        .isEqualTo("345");
    range(digest, "bytes=7-").expectBody(String.class).isEqualTo("789");
    range(digest, "bytes=-2").expectBody(String.class).isEqualTo("89");
    range(digest, "bytes=99-").expectStatus().isEqualTo(416);
    range(digest, "lines=1-2").expectStatus().isEqualTo(416);
  }

  @Test
  void aWrongDigestIsAnErrorAndNoFile() {
    var promised = Digest.of(bytes("something else")).value();
    ana.put()
        .uri("/api/v1/files/" + promised)
        .bodyValue(bytes("these bytes"))
        .exchange()
        .expectStatus()
        .isEqualTo(422);
    get(ana, promised).expectStatus().isNotFound();
  }

  @Test
  void tooLargeAFileIsNotTaken() {
    byte[] large = new byte[1_000_001];
    ana.put()
        .uri("/api/v1/files/" + Digest.of(large))
        .bodyValue(large)
        .exchange()
        .expectStatus()
        .isEqualTo(413);
    byte[] forAGuest = new byte[100_001];
    edge.guest("small")
        .put()
        .uri("/api/v1/files/" + Digest.of(forAGuest))
        .bodyValue(forAGuest)
        .exchange()
        .expectStatus()
        .isEqualTo(413);
  }

  @Test
  void bringingNeedsAName() {
    var digest = Digest.of(bytes("x")).value();
    edge.web
        .put()
        .uri("/api/v1/files/" + digest)
        .bodyValue(bytes("x"))
        .exchange()
        .expectStatus()
        .isUnauthorized();
    ana.put()
        .uri("/api/v1/files/nonsense")
        .bodyValue(bytes("x"))
        .exchange()
        .expectStatus()
        .isEqualTo(422);
  }

  private static WebTestClient.ResponseSpec get(WebTestClient client, String digest) {
    return client.get().uri("/api/v1/files/" + digest).exchange();
  }

  private static WebTestClient.ResponseSpec range(String digest, String range) {
    return ana.get().uri("/api/v1/files/" + digest).header("Range", range).exchange();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
