package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.cli.CoordinatorMain;
import org.vicinal.coordinator.cli.OrderMain;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Lists are narrowed and read in parts; nobody finds out by asking what they may not see. */
class ListApiTest {
  @TempDir private Path data;
  private EdgeFixture edge;
  private WebTestClient sam;
  private WebTestClient ana;
  private String print;

  @BeforeEach
  void open() {
    edge = new EdgeFixture(data);
    edge.workshop("mill-lane", EdgeFixture.TOWN);
    sam = edge.as(Role.STEWARD, "sam");
    ana = edge.as(Role.CUSTOMER, "ana");
    print = EdgeFixture.put(ana, Bodied.PRINT);
  }

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void partsTogetherAreTheWholeHoweverManyOrdersComeInBetween() {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    System.out.println("vicinal.seed=" + seed);
    var random = new Random(seed);
    var before = new HashSet<String>();
    for (int i = 0; i < 23; i++) {
      before.add(place("old-" + i));
    }
    var read = new ArrayList<String>();
    String after = null;
    do {
      var part = list(sam, "orders?limit=" + (1 + random.nextInt(6)) + next(after));
      part.path("orders").forEach(it -> read.add(it.path("id").asString()));
      after = part.path("next").asString("");
      place("new-" + read.size());
      if (random.nextBoolean()) { // what happens to an order does not move it
        cancel("old-" + random.nextInt(23));
      }
    } while (!after.isEmpty());
    assertThat(read).as("seed %d", seed).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void ordersAreNarrowed() {
    edge.makeAnOrder(ana, "made", "mill-lane");
    place("calling");
    cancel(place("cancelled"));
    var bob = edge.as(Role.CUSTOMER, "bob");
    EdgeFixture.put(bob, Bodied.PRINT);
    edge.placeOrder(
        bob,
        "far",
        Bodied.with(Bodied.order(print), "place", Map.of("latitude", 52.2, "longitude", 0.12)));
    assertThat(ids(sam, "")).containsExactlyInAnyOrder("made", "calling", "cancelled", "far");
    assertThat(ids(ana, "")).containsExactlyInAnyOrder("made", "calling", "cancelled");
    assertThat(ids(ana, "state=cancelled")).containsExactly("cancelled");
    assertThat(ids(sam, "workshop=mill-lane")).containsExactly("made");
    assertThat(ids(sam, "near=52.2,0.12&within=10")).containsExactly("far");
    assertThat(ids(sam, "near=51.4545,-0.9781")).doesNotContain("far").contains("calling");
    assertThat(ids(ana, "near=52.2,0.12&within=10")).isEmpty();
    var person = edge.tokens.person("bob").value();
    assertThat(ids(sam, "customer=" + person)).containsExactly("far");
  }

  @Test
  void ordersOfADesignAreFound() {
    var dora = edge.as(Role.DESIGNER, "dora");
    dora.put()
        .uri("/api/v1/designs/hook/releases/1.0.0")
        .bodyValue(Bodied.release(EdgeFixture.put(dora, Bodied.PRINT)))
        .exchange()
        .expectStatus()
        .isCreated();
    var body = Bodied.order(print);
    List.of("files", "title", "origin").forEach(body::remove);
    body.put("release", "hook@1.0.0");
    edge.placeOrder(ana, "of-hook", body);
    place("own");
    assertThat(ids(sam, "design=hook")).containsExactly("of-hook");
    assertThat(ids(sam, "design=other")).isEmpty();
  }

  @Test
  void nobodyFindsOutByAskingWhatTheyMayNotSee() {
    place("one");
    assertThat(ids(edge.web, "state=calling")).containsExactly("one");
    for (var asked : List.of("near=51.45,-0.98", "design=hook")) {
      get(edge.web, "orders?" + asked).expectStatus().isUnauthorized();
    }
    get(ana, "orders?customer=" + edge.tokens.person("ana").value()).expectStatus().isForbidden();
    get(edge.web, "lots").expectStatus().isUnauthorized();
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    for (var asked :
        List.of(
            "stat=making",
            "state=lost",
            "limit=0",
            "limit=501",
            "limit=many",
            "near=51.45",
            "near=91,0",
            "within=0&near=51,0",
            "after=yesterday",
            "after=~",
            "workshop=A%20B")) {
      get(sam, "orders?" + asked).expectStatus().isEqualTo(422);
    }
    var said =
        get(sam, "orders?stat=making").expectBody(String.class).returnResult().getResponseBody();
    assertThat(said).contains("Did you mean \\\"state\\\"?");
  }

  @Test
  void lotsAreNarrowedAndReadInParts() {
    var lots = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      lots.add(edge.makeAnOrder(ana, "order-" + i, "mill-lane"));
    }
    var mill = edge.as(Role.WORKSHOP, "mill-lane");
    var first = list(mill, "lots?limit=3");
    var rest = list(mill, "lots?limit=3" + next(first.path("next").asString()));
    var read = new ArrayList<String>();
    first.path("lots").forEach(it -> read.add(it.path("lot").asString()));
    rest.path("lots").forEach(it -> read.add(it.path("lot").asString()));
    assertThat(read).containsExactlyInAnyOrderElementsOf(lots);
    assertThat(rest.has("next")).isFalse();
    assertThat(list(ana, "lots?order=order-2").path("lots")).hasSize(1);
    assertThat(list(ana, "lots?state=settled").path("lots")).isEmpty();
    assertThat(list(ana, "lots?workshop=weir-lane").path("lots")).isEmpty();
  }

  @Test
  void theCommandLineListsAndPrintsPapers() {
    edge.makeAnOrder(ana, "hooks", "mill-lane");
    place("calling");
    var steward = edge.tokens.make(Role.STEWARD, "sam", 1);
    var there = "--coordinator=" + edge.address();
    var line = CoordinatorMain.commandLine();
    assertThat(run(line, "orders", there, "--token=" + steward, "--state=calling"))
        .contains("calling")
        .doesNotContain("hooks");
    assertThat(run(line, "orders", there, "--token=" + steward, "--most=1").lines()).hasSize(1);
    var customer = "--token=" + edge.tokens.make(Role.CUSTOMER, "ana", 1);
    var link = edge.address() + "/#/orders/hooks";
    assertThat(run(OrderMain.commandLine(), "receipt", link, customer))
        .contains("Order     hooks", "Agreed    4.00 EUR");
    var year = String.valueOf(java.time.Year.now(java.time.ZoneOffset.UTC));
    assertThat(run(OrderMain.commandLine(), "statement", year, there, customer))
        .startsWith("at,order,lot,workshop");
  }

  private static String run(CommandLine line, String... words) {
    var printed = new StringWriter();
    var out = new PrintWriter(printed);
    assertThat(line.setOut(out).setErr(out).execute(words)).as(printed.toString()).isZero();
    return printed.toString();
  }

  private String place(String id) {
    edge.placeOrder(ana, id, Bodied.order(print));
    return id;
  }

  private void cancel(String id) {
    ana.post().uri("/api/v1/orders/" + id + "/cancellation").exchange();
  }

  private static String next(@Nullable String after) {
    return after == null ? "" : "&after=" + URLEncoder.encode(after, UTF_8);
  }

  private Set<String> ids(WebTestClient who, String asked) {
    var ids = new HashSet<String>();
    list(who, "orders?" + asked).path("orders").forEach(it -> ids.add(it.path("id").asString()));
    return ids;
  }

  private JsonNode list(WebTestClient who, String path) {
    var body = get(who, path).expectStatus().isOk().expectBody().returnResult().getResponseBody();
    return Json.WIRE.mapper().readTree(Objects.requireNonNull(body));
  }

  private WebTestClient.ResponseSpec get(WebTestClient who, String path) {
    return who.get().uri(edge.address().resolve("/api/v1/" + path)).exchange();
  }
}
