package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.cli.CoordinatorMain;

/** A steward takes a file or a design out of use: nobody is given it, and all are told why. */
class QuarantineApiTest {
  @TempDir private Path data;
  private EdgeFixture edge;
  private WebTestClient sam;
  private WebTestClient dora;
  private WebTestClient ana;
  private WebTestClient mill;
  private String print;

  @BeforeEach
  void aDesignIsOrdered() {
    edge = new EdgeFixture(data);
    sam = edge.as(Role.STEWARD, "sam");
    dora = edge.as(Role.DESIGNER, "dora");
    ana = edge.as(Role.CUSTOMER, "ana");
    mill = edge.as(Role.WORKSHOP, "mill-lane");
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    print = EdgeFixture.put(dora, Bodied.PRINT);
    publish("hook");
    order("first", "hook").expectStatus().isCreated();
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void aDesignInQuarantineIsNeitherListedNorOrderedNorRead() throws Exception {
    hold(sam, "d.hook", "it breaks under a coat").expectStatus().isOk();
    assertThat(designs(ana)).isEqualTo(0);
    assertThat(designs(sam)).isEqualTo(1);
    says(order("second", "hook"), 422, "Design hook is in quarantine: it breaks under a coat");
    says(file(mill), 403, "in quarantine: it breaks under a coat");
    file(sam).expectStatus().isOk();
    says(show(ana, "designs/hook"), 200, "it breaks under a coat");
    says(show(ana, "orders/first/story"), 200, "put in quarantine by a steward: it breaks");
    say(sam, "d.hook/release", "it was another hook").expectStatus().isOk();
    says(show(ana, "orders/first/story"), 200, "is in use again: it was another hook");
    assertThat(designs(ana)).isEqualTo(1);
    file(mill).expectStatus().isOk();
    order("second", "hook").expectStatus().isCreated();
  }

  @Test
  void aFileOfTwoDesignsIsGivenAsLongAsOneIsInUse() {
    publish("other-hook");
    hold(sam, "d.hook", "it breaks under a coat").expectStatus().isOk();
    file(mill).expectStatus().isOk();
    hold(sam, "d.other-hook", "it breaks, too").expectStatus().isOk();
    file(mill).expectStatus().isForbidden();
  }

  @Test
  void aRemovedFileIsGoneForGoodAndLeavesItsReason() throws Exception {
    var what = "f." + print;
    says(say(sam, what + "/removal", "shows a person"), 409, "Put it in quarantine first");
    hold(sam, what, "shows a person").expectStatus().isOk();
    says(order("second", "hook"), 422, "out of use by a steward's word: shows a person");
    says(bring(dora), 403, "in quarantine");
    say(sam, what + "/removal", "the person wants it gone").expectStatus().isOk();
    assertThat(left()).isZero();
    says(file(sam), 410, "was removed by a steward: the person wants it gone");
    says(bring(dora), 410, "the person wants it gone");
    says(show(ana, "orders/first/story"), 200, "removed for good by a steward: the person wants");
    says(say(sam, what + "/release", "a mistake"), 409, "cannot be undone");
  }

  @Test
  void whatACrashLeftIsRemovedAtTheNextStart() throws Exception {
    hold(sam, "f." + print, "shows a person").expectStatus().isOk();
    say(sam, "f." + print + "/removal", "the person wants it gone").expectStatus().isOk();
    var folder = Files.createDirectories(data.resolve("files").resolve(print.substring(0, 2)));
    Files.write(folder.resolve(print.substring(2)), Bodied.PRINT); // as if it had not come so far
    QuarantineHandler.sweep(edge.files, edge.views.quarantines());
    assertThat(left()).isZero();
  }

  @Test
  void onlyStewardsSayAndSee() {
    hold(edge.web, "d.hook", "I do not like it").expectStatus().isUnauthorized();
    hold(dora, "d.hook", "I do not like it").expectStatus().isForbidden();
    show(ana, "quarantine").expectStatus().isForbidden();
    hold(sam, "hook", "I do not like it").expectStatus().isEqualTo(422);
    hold(sam, "d.hook", " ").expectStatus().isEqualTo(422);
    assertThat(designs(ana)).isEqualTo(1);
  }

  @Test
  void theCommandLineHoldsListsAndReleases() {
    assertThat(run(0, "hold", "hook", "--because", "it breaks")).contains("in quarantine");
    assertThat(run(1, "hold", "hok", "--because", "it breaks")).contains("There is no design hok");
    assertThat(run(0)).contains("design hook: in quarantine since", "it breaks");
    assertThat(run(0, "release", "hook", "--because", "it does not")).contains("in use since");
    assertThat(run(0, "hold", print, "--because", "shows a person")).contains("file " + print);
    assertThat(run(0, "remove", print, "--because", "must go")).contains(": removed since");
    assertThat(run(2, "hold", "Hook", "--because", "it breaks")).contains("Expected a file's");
  }

  private String run(int code, String... words) {
    var printed = new StringWriter();
    var out = new PrintWriter(printed);
    var reach =
        java.util.stream.Stream.of(
            "--coordinator",
            edge.address().toString(),
            "--token",
            edge.tokens.make(Role.STEWARD, "sam", 1));
    var line = CoordinatorMain.commandLine().setOut(out).setErr(out);
    var all =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("quarantine"), java.util.Arrays.stream(words)),
                reach)
            .toArray(String[]::new);
    assertThat(line.execute(all)).as(printed.toString()).isEqualTo(code);
    return printed.toString();
  }

  private long left() throws IOException {
    try (var all = Files.walk(data.resolve("files"))) {
      return all.filter(it -> it.toString().contains(print.substring(2))).count();
    }
  }

  private void publish(String id) {
    dora.put()
        .uri("/api/v1/designs/" + id + "/releases/1.0.0")
        .bodyValue(Bodied.release(print))
        .exchange()
        .expectStatus()
        .isCreated();
  }

  private WebTestClient.ResponseSpec order(String id, String design) {
    var body = Bodied.order(print);
    body.remove("files");
    body.remove("title");
    body.remove("origin");
    body.put("release", design + "@1.0.0");
    return ana.put().uri("/api/v1/orders/" + id).bodyValue(body).exchange();
  }

  private static WebTestClient.ResponseSpec hold(WebTestClient who, String what, String why) {
    return who.put().uri("/api/v1/quarantine/" + what).bodyValue(Map.of("reason", why)).exchange();
  }

  private static WebTestClient.ResponseSpec say(WebTestClient who, String what, String why) {
    return who.post().uri("/api/v1/quarantine/" + what).bodyValue(Map.of("reason", why)).exchange();
  }

  private WebTestClient.ResponseSpec file(WebTestClient who) {
    return show(who, "files/" + print);
  }

  private WebTestClient.ResponseSpec bring(WebTestClient who) {
    return who.put()
        .uri("/api/v1/files/" + print)
        .header("Content-Type", "application/octet-stream")
        .bodyValue(Bodied.PRINT)
        .exchange();
  }

  private static WebTestClient.ResponseSpec show(WebTestClient who, String path) {
    return who.get().uri("/api/v1/" + path).exchange();
  }

  private static void says(WebTestClient.ResponseSpec answer, int status, String words) {
    var body = answer.expectStatus().isEqualTo(status).expectBody().returnResult();
    assertThat(new String(java.util.Objects.requireNonNull(body.getResponseBody()), UTF_8))
        .contains(words);
  }

  private static int designs(WebTestClient who) {
    var shown =
        who.get().uri("/api/v1/designs").exchange().expectBody(DesignsSeen.class).returnResult();
    return java.util.Objects.requireNonNull(shown.getResponseBody()).designs().size();
  }

  private record DesignsSeen(java.util.List<Map<String, Object>> designs) {}
}
