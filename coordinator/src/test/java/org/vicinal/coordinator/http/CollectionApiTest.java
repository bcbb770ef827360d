package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.cli.CoordinatorMain;
import org.vicinal.messages.wire.Json;
import tools.jackson.databind.JsonNode;

/** Room is given back, and nothing that anybody needs goes with it. */
class CollectionApiTest {
  @TempDir private Path data;
  private EdgeFixture edge;
  private WebTestClient sam;
  private WebTestClient ana;

  @BeforeEach
  void open() {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    sam = edge.as(Role.STEWARD, "sam");
    ana = edge.as(Role.CUSTOMER, "ana");
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void overRandomFilesOnlyWhatNobodyNeedsIsForgotten() throws Exception {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    System.out.println("vicinal.seed=" + seed);
    var random = new Random(seed);
    var needed = new HashSet<String>();
    var idle = new HashSet<String>();
    for (int i = 0; i < 24; i++) {
      var bytes = (new String(Bodied.PRINT, UTF_8) + "; " + i + "\n").getBytes(UTF_8);
      var digest = EdgeFixture.put(random.nextBoolean() ? ana : sam, bytes);
      EdgeFixture.put(ana, bytes);
      boolean old = random.nextBoolean();
      switch (random.nextInt(4)) {
        case 0 -> {
          edge.placeOrder(ana, "o-" + i, Bodied.order(digest));
          needed.add(digest);
        }
        case 1 -> {
          edge.placeOrder(ana, "o-" + i, Bodied.order(digest));
          cancel("o-" + i);
          needed.add(digest); // nobody has said that it may be forgotten
        }
        case 2 -> {
          edge.placeOrder(ana, "o-" + i, Bodied.order(digest));
          cancel("o-" + i);
          ana.delete().uri("/api/v1/orders/o-" + i + "/personal").exchange();
          (old ? idle : needed).add(digest);
        }
        default -> (old ? idle : needed).add(digest);
      }
      if (old) {
        age(digest);
      }
    }
    assertThat(collect(true).path("files").asInt()).as("seed %d", seed).isEqualTo(idle.size());
    assertThat(here(idle)).as("a look changes nothing").isEqualTo(idle.size());
    assertThat(collect(false).path("files").asInt()).as("seed %d", seed).isEqualTo(idle.size());
    assertThat(here(idle)).as("seed %d", seed).isZero();
    assertThat(here(needed)).as("seed %d", seed).isEqualTo(needed.size());
    assertThat(collect(false).path("files").asInt()).as("once").isZero();
  }

  @Test
  void whatAReleaseNamesIsNeverTaken() throws Exception {
    var dora = edge.as(Role.DESIGNER, "dora");
    var digest = EdgeFixture.put(dora, Bodied.PRINT);
    dora.put()
        .uri("/api/v1/designs/hook/releases/1.0.0")
        .bodyValue(Bodied.release(digest))
        .exchange()
        .expectStatus()
        .isCreated();
    Files.setLastModifiedTime(
        data.resolve("files").resolve(digest.substring(0, 2)).resolve(digest.substring(2)),
        FileTime.from(Instant.EPOCH));
    assertThat(collect(false).path("files").asInt()).isZero();
    ana.get().uri("/api/v1/files/" + digest).exchange().expectStatus().isOk();
  }

  @Test
  void whatWasForgottenCanBeBroughtAgainAndBringingItAgainKeepsIt() throws Exception {
    var digest = EdgeFixture.put(ana, Bodied.PRINT);
    age(digest);
    EdgeFixture.put(ana, Bodied.PRINT);
    assertThat(collect(false).path("files").asInt()).as("brought again").isZero();
    age(digest);
    assertThat(collect(false).path("files").asInt()).isEqualTo(1);
    ana.get().uri("/api/v1/files/" + digest).exchange().expectStatus().isNotFound();
    EdgeFixture.put(ana, Bodied.PRINT);
    edge.placeOrder(ana, "again", Bodied.order(digest));
  }

  @Test
  void onlyStewardsCollectAndOnlySensibly() {
    ask(ana, Map.of()).expectStatus().isForbidden();
    ask(edge.web, Map.of()).expectStatus().isUnauthorized();
    ask(sam, Map.of("days", 0)).expectStatus().isEqualTo(422);
    var printed = new StringWriter();
    var line = CoordinatorMain.commandLine().setOut(new PrintWriter(printed));
    int code =
        line.execute(
            "collect",
            "--look",
            "--coordinator=" + edge.address(),
            "--token=" + edge.tokens.make(Role.STEWARD, "sam", 1));
    assertThat(code).isZero();
    assertThat(printed.toString()).contains("0 files of 0 bytes would be forgotten");
  }

  private void cancel(String order) {
    ana.post().uri("/api/v1/orders/" + order + "/cancellation").exchange().expectStatus().isOk();
  }

  private Path sealed(String digest) {
    return data.resolve("files")
        .resolve(digest.substring(0, 2))
        .resolve(digest.substring(2) + ".sealed");
  }

  private void age(String digest) throws IOException {
    Files.setLastModifiedTime(
        sealed(digest), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
  }

  private long here(Iterable<String> digests) {
    long count = 0;
    for (var digest : digests) {
      count += Files.exists(sealed(digest)) ? 1 : 0;
    }
    return count;
  }

  private JsonNode collect(boolean look) {
    var body = ask(sam, Map.of("look", look)).expectStatus().isOk().expectBody().returnResult();
    return Json.WIRE.mapper().readTree(Objects.requireNonNull(body.getResponseBody()));
  }

  private static WebTestClient.ResponseSpec ask(WebTestClient who, Map<String, Object> body) {
    return who.post().uri("/api/v1/files/collection").bodyValue(body).exchange();
  }
}
