package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Seen;
import org.vicinal.messages.work.Price;

/** An order is placed, read, confirmed and cancelled by its customer, and by nobody else. */
class OrderApiTest {
  private static EdgeFixture edge;
  private static WebTestClient ana;
  private static WebTestClient ben;
  private static String print;

  @BeforeAll
  static void start(@TempDir Path data) {
    edge = new EdgeFixture(data);
    ana = edge.as(Role.CUSTOMER, "ana");
    ben = edge.as(Role.CUSTOMER, "ben");
    print = EdgeFixture.put(ana, Bodied.PRINT);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void anOrderOfACustomerIsConfirmedAtOnceAndTheWorkshopsAreAsked() {
    var order = place(ana, "first");
    order.expectStatus().isCreated().expectHeader().exists("ETag");
    order
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("CALLING")
        .jsonPath("$.requirement.size.x")
        .isEqualTo(30.0)
        .jsonPath("$.requirement.size.z")
        .isEqualTo(10.0)
        .jsonPath("$.requirement.nozzleCelsius")
        .isEqualTo(210)
        .jsonPath("$.requirement.controllers[0]")
        .isEqualTo("MARLIN")
        .jsonPath("$.called[0]")
        .isEqualTo("mill-lane")
        .jsonPath("$.waitingFor.what")
        .isEqualTo("mill-lane answers")
        .jsonPath("$.personal.contact")
        .isEqualTo("ana@example.org");
  }

  @Test
  void theSameOrderAgainIsNothingNewAndAnotherUnderItsIdIsAConflict() {
    var body = Bodied.order(print);
    put(ana, "twice", body).expectStatus().isCreated();
    put(ana, "twice", body).expectStatus().isOk();
    put(ana, "twice", Bodied.with(body, "pieces", 2)).expectStatus().isEqualTo(409);
  }

  @Test
  void exactPlacesAndWordsReachTheLogOnlySealed() {
    place(ana, "private").expectStatus().isCreated();
    var view = edge.views.findOrder(new org.vicinal.messages.id.OrderId("private")).orElseThrow();
    assertThat(view.toString()).doesNotContain("ana@example.org").doesNotContain("51.454321");
    assertThat(view.wish().place().metresTo(EdgeFixture.TOWN)).isLessThan(1_500);
  }

  @Test
  void nobodyReadsOrChangesAnothersOrder() {
    place(ana, "hers").expectStatus().isCreated();
    ben.get().uri("/api/v1/orders/hers").exchange().expectStatus().isNotFound();
    ben.get().uri("/api/v1/orders/hers/events").exchange().expectStatus().isNotFound();
    post(ben, "hers", "cancellation").expectStatus().isNotFound();
    post(ben, "hers", "confirmation").expectStatus().isNotFound();
    place(ben, "hers").expectStatus().isEqualTo(422); // he never brought the file
    var his = EdgeFixture.put(ben, Bodied.PRINT);
    put(ben, "hers", Bodied.order(his)).expectStatus().isEqualTo(409);
    edge.guest("hers").get().uri("/api/v1/orders/hers").exchange().expectStatus().isNotFound();
    edge.web.get().uri("/api/v1/orders/hers").exchange().expectStatus().isUnauthorized();
    edge.as(Role.WORKSHOP, "mill-lane")
        .get()
        .uri("/api/v1/orders/hers")
        .exchange()
        .expectStatus()
        .isNotFound();
    assertThat(listed(ben)).doesNotContain("hers");
    assertThat(listed(ana)).contains("hers");
  }

  @Test
  void aStewardSeesAnOrderButNotWhoItIsFor() {
    place(ana, "seen").expectStatus().isCreated();
    edge.as(Role.STEWARD, "sam")
        .get()
        .uri("/api/v1/orders/seen")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.personal")
        .doesNotExist();
  }

  @Test
  void aGuestHoldsOneOrderByItsSecretAndConfirmsIt() {
    var guest = edge.guest("mine");
    var file = EdgeFixture.put(guest, Bodied.PRINT);
    put(guest, "mine", Bodied.order(file))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("UNCONFIRMED")
        .jsonPath("$.mayConfirm")
        .isEqualTo(true);
    put(guest, "other", Bodied.order(file)).expectStatus().isForbidden();
    post(guest, "mine", "confirmation")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("CALLING");
    post(guest, "mine", "confirmation").expectStatus().isOk();
    post(guest, "mine", "cancellation")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("CANCELLED");
  }

  @Test
  void aBrokenOrderNamesTheFieldAndWhatWasExpected() {
    var good = Bodied.order(print);
    refused(Bodied.with(good, "pieces", 0), "pieces", "a whole number from 1");
    refused(Bodied.with(good, "pieces", "two"), "pieces", "a whole number");
    refused(Bodied.without(good, "pieces"), "pieces", "found nothing");
    refused(Bodied.with(good, "wanted", "2020-01-01T00:00:00Z"), "wanted", "after now");
    refused(Bodied.with(good, "wanted", "tomorrow"), "wanted", "an instant");
    refused(
        Bodied.with(good, "place", Map.of("latitude", 91, "longitude", 0)),
        "place.latitude",
        "-90 to 90");
    refused(Bodied.without(good, "place"), "place", "latitude and longitude");
    refused(Bodied.without(good, "material"), "material", "1 to 60 characters");
    refused(Bodied.without(good, "files"), "release", "or files");
    refused(Bodied.with(good, "files", List.of()), "files", "1 to 16 files");
    refused(Bodied.with(good, "peices", 1), "peices", "Did you mean \"pieces\"?");
    refused(Bodied.with(good, "note", "x".repeat(1_001)), "note", "at most 1000 characters");
    refused(
        Bodied.with(Bodied.without(good, "files"), "release", "no-such@1"),
        "release",
        "published release");
    refused(
        Bodied.with(good, "files", List.of(Map.of("name", "a.gcode", "digest", "abc"))),
        "files[0].digest",
        "64 lower-case");
    refused(
        Bodied.with(good, "files", List.of(Map.of("name", "a.gcode", "digest", "0".repeat(64)))),
        "files[0].digest",
        "PUT to /api/v1/files/");
  }

  @Test
  void aProgramThatMustNotRunIsRefusedWithItsLine() {
    var text = new String(Bodied.PRINT, UTF_8) + "G2 X10 Y10 F600\n";
    var broken = text.getBytes(UTF_8);
    long line = text.lines().count();
    var digest = EdgeFixture.put(ana, broken);
    put(ana, "broken", Bodied.order(digest))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.field")
        .isEqualTo("files[0]")
        .jsonPath("$.detail")
        .value(
            String.class,
            detail ->
                assertThat(detail).contains("hook.gcode:" + line + ":").contains("G2 X10 Y10"));
  }

  @Test
  void aControllerThatIsTypedDoesNotOverruleTheFile() {
    var stated = List.of(Map.of("name", "hook.gcode", "digest", print, "controller", "GRBL"));
    refused(Bodied.with(Bodied.order(print), "files", stated), "files[0]", "MARLIN");
  }

  @Test
  void jsonThatBreaksOffSaysWhere() {
    ana.put()
        .uri("/api/v1/orders/torn")
        .header("Content-Type", "application/json")
        .bodyValue("{\"pieces\": ")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType("application/problem+json")
        .expectBody()
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains("line 1"));
  }

  @Test
  void aVersionThatIsNotReadYetIsWaitedForAndThenRefused() {
    place(ana, "versions").expectStatus().isCreated();
    ana.get().uri("/api/v1/orders/versions?atLeast=1").exchange().expectStatus().isOk();
    ana.get().uri("/api/v1/orders/versions?atLeast=99").exchange().expectStatus().isEqualTo(412);
    ana.get().uri("/api/v1/orders/versions?atLeast=x").exchange().expectStatus().isEqualTo(422);
  }

  @Test
  void theOrderTellsItsWholeStory() {
    put(ana, "story", Bodied.with(Bodied.order(print), "pieces", 1)).expectStatus().isCreated();
    var job = new JobId("story-1");
    var lot = new LotId(job, 0, 1);
    var machine = new MachineId("mk3");
    var price = new Price("EUR", List.of(new Price.Line("machine time", 320)));
    edge.report(
        "mill-lane",
        new Seen.Bid(job, 1, machine, 1, 600, Instant.now().plus(Duration.ofHours(2)), price));
    edge.report("mill-lane", new Seen.Acceptance(lot));
    var run = new RunId("run-1");
    edge.report(
        "mill-lane",
        new Seen.RunStarted(lot, run, machine, new org.vicinal.messages.id.Digest(print), 1));
    edge.views.on(
        new org.vicinal.messages.id.WorkshopId("mill-lane"),
        new Seen.Progress(lot, run, machine, 10, 20, 30));
    ana.get()
        .uri("/api/v1/orders/story")
        .exchange()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("MAKING")
        .jsonPath("$.progress")
        .isEqualTo(0.5)
        .jsonPath("$.lots[0].run.secondsLeft")
        .isEqualTo(30.0);
    edge.report(
        "mill-lane", new Seen.RunEnded(lot, run, machine, Seen.Ending.MADE, 20, "finished"));
    edge.report("mill-lane", new Seen.LotMade(lot, 1));
    ana.get()
        .uri("/api/v1/orders/story")
        .exchange()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("MADE")
        .jsonPath("$.story[*].text")
        .value(
            List.class,
            texts ->
                assertThat(texts.toString())
                    .contains("Called 1 workshop within 2 km: mill-lane")
                    .contains("offers 1 piece on mk3 for 3.20 EUR")
                    .contains("mill-lane accepted")
                    .contains("All pieces are made"));
  }

  private static void refused(Map<String, Object> body, String field, String expected) {
    put(ana, "refused", body)
        .expectStatus()
        .isEqualTo(422)
        .expectHeader()
        .contentType("application/problem+json")
        .expectBody()
        .jsonPath("$.field")
        .isEqualTo(field)
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains(expected));
  }

  private static String listed(WebTestClient client) {
    return String.valueOf(
        client
            .get()
            .uri("/api/v1/orders")
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private static WebTestClient.ResponseSpec place(WebTestClient client, String id) {
    return put(client, id, Bodied.order(print));
  }

  private static WebTestClient.ResponseSpec put(
      WebTestClient client, String id, Map<String, Object> body) {
    return client.put().uri("/api/v1/orders/" + id).bodyValue(body).exchange();
  }

  private static WebTestClient.ResponseSpec post(WebTestClient client, String id, String step) {
    return client.post().uri("/api/v1/orders/" + id + "/" + step).exchange();
  }
}
