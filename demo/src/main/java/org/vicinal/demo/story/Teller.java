package org.vicinal.demo.story;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.vicinal.agent.control.ControlClient;
import org.vicinal.agent.machine.Answer;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.screen.Screen;
import org.vicinal.demo.town.Letterbox;
import org.vicinal.demo.town.Places;
import org.vicinal.demo.town.Town;
import org.vicinal.demo.town.Workshop;
import org.vicinal.messages.place.Place;
import tools.jackson.databind.JsonNode;

/** Leads one story: what its people do, and what they see. One thread only. */
final class Teller {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long BETWEEN_LOOKS_NANOS = 150_000_000;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private final String name;
  private final Town town;
  private final Letterbox letterbox;
  private final Screen screen;
  private final String order;
  private final Coordinator customer;
  private int told;

  Teller(String name, Town town, Letterbox letterbox, Screen screen) {
    this.name = name;
    this.town = town;
    this.letterbox = letterbox;
    this.screen = screen;
    this.order = "%s-%s".formatted(name, Long.toString(Instant.now().getEpochSecond(), 36));
    this.customer = town.coordinatorFor(Role.CUSTOMER, name);
  }

  /** Something went otherwise than it should. */
  static final class Otherwise extends RuntimeException {
    private static final long serialVersionUID = 1;

    Otherwise(String expected) {
      super(expected);
    }
  }

  void say(String line) {
    synchronized (screen) {
      screen.say("[%s] %s".formatted(name, line));
    }
  }

  /** Where the customer's letters come. */
  String mail() {
    return name + "@demo.town";
  }

  /** Orders so many pieces; {@code more} joins the body of the order. */
  void place(Shipped design, int pieces, Place where, Map<String, Object> more)
      throws IOException, InterruptedException {
    var body = new HashMap<String, Object>(more);
    body.put("release", design.release());
    body.put("pieces", pieces);
    body.put("wanted", Instant.now().plus(Duration.ofDays(1)).toString());
    body.put("place", Map.of("latitude", where.latitude(), "longitude", where.longitude()));
    body.put("contact", "the customer of this story");
    customer.put("/api/v1/orders/" + order, body);
    customer.put("/api/v1/orders/%s/notices".formatted(order), Map.of("mail", mail()));
  }

  /** The customer writes. */
  void customerWrites(String words, List<String> photos) throws IOException, InterruptedException {
    write(customer, Map.of("text", words, "photos", photos));
    say("The customer writes: " + words + (photos.isEmpty() ? "" : " (with a photo)"));
  }

  /** The workshop that has a lot writes. */
  void workshopWrites(JsonNode lot, String words) throws IOException, InterruptedException {
    write(as(Role.WORKSHOP, lot.path("workshop").asString()), Map.of("text", words));
    say("%s writes: %s".formatted(lot.path("workshop").asString(), words));
  }

  private void write(Coordinator writer, Map<String, Object> message)
      throws IOException, InterruptedException {
    var id = java.util.UUID.randomUUID();
    writer.put("/api/v1/orders/%s/messages/%s".formatted(order, id), message);
  }

  /** Brings a photo of the customer's. */
  String photo(byte[] png) throws IOException, InterruptedException {
    return customer.bringPhoto(order, png);
  }

  Coordinator as(Role role, String who) {
    return town.coordinatorFor(role, who);
  }

  Town town() {
    return town;
  }

  /** The customer says something about a lot. */
  void customerSays(JsonNode lot, String verb, Map<String, Object> body)
      throws IOException, InterruptedException {
    says(customer, lot, verb, body);
  }

  /** Somebody says something about a lot. */
  void says(Coordinator who, JsonNode lot, String verb, Map<String, Object> body)
      throws IOException, InterruptedException {
    who.post("/api/v1/lots/%s/%s".formatted(lot.path("lot").asString(), verb), body);
  }

  /** The workshop that has a lot says something about it to its agent. */
  void workshopSays(JsonNode lot, String what, Map<String, Object> said)
      throws IOException, InterruptedException {
    var client = new ControlClient(town.folder(workshop(lot)));
    var answer = client.say("lots/" + lot.path("lot").asString(), what, said);
    if (answer instanceof Answer.Refused refused) {
      throw new Otherwise("%s was refused: %s".formatted(what, refused.reason()));
    }
  }

  private static Workshop workshop(JsonNode lot) {
    return Places.WORKSHOPS.stream()
        .filter(it -> it.id().equals(lot.path("workshop").asString()))
        .findFirst()
        .orElseThrow();
  }

  /** Waits for the lot of this workshop in this state; any workshop's where none is named. */
  JsonNode awaitLot(String workshop, String state) throws IOException, InterruptedException {
    return await(
        "a lot%s that is %s".formatted(workshop.isEmpty() ? "" : " of " + workshop, state),
        lot ->
            lot.path("state").asString().equals(state)
                && (workshop.isEmpty() || lot.path("workshop").asString().equals(workshop)));
  }

  /** Waits for a lot that is as it should be, and tells meanwhile what happens. */
  JsonNode await(String what, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      tellNews();
      for (var lot : customer.get("/api/v1/lots").path("lots")) {
        if (lot.path("order").asString().equals(order) && wanted.test(lot)) {
          tellNews();
          return lot;
        }
      }
      pause();
    }
    throw new Otherwise(
        "expected %s within %s, but waited in vain."
            .formatted(what, PATIENCE.toMinutes() + " min"));
  }

  /** Waits until the story of the order tells something so many times. */
  void awaitTold(String words, int times) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (tellNews().stream().filter(line -> line.contains(words)).count() >= times) {
        return;
      }
      pause();
    }
    throw new Otherwise("expected the story to tell \"%s\".".formatted(words));
  }

  /** Waits for a letter whose subject says so. */
  void awaitLetter(String words) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (var subject : letterbox.subjects(mail())) {
        if (subject.contains(words)) {
          say("A mail comes to %s: %s".formatted(mail(), subject));
          return;
        }
      }
      pause();
    }
    throw new Otherwise("expected a mail that says \"%s\".".formatted(words));
  }

  /** From ready to settled, when nobody has anything against the pieces of the lot. */
  void contentWith(JsonNode made) throws IOException, InterruptedException {
    getReady(made);
    var lot = lot(made);
    handOver(lot);
    customerSays(lot, "acceptance", Map.of());
    settle(lot);
  }

  /** Checked and ready. */
  void getReady(JsonNode made) throws IOException, InterruptedException {
    workshopSays(made, "checked", Map.of("pieces", made.path("pieces").asInt()));
    workshopSays(made, "ready", Map.of());
    awaitThis(made, "ready");
  }

  /** Over the counter, with the customer's code. */
  void handOver(JsonNode ready) throws IOException, InterruptedException {
    var code = ready.path("pickupCode").asString();
    workshopSays(ready, "handover", Map.of("over", "counter", "mark", code));
    awaitThis(ready, "handed over");
  }

  /** Paid and received. */
  void settle(JsonNode lot) throws IOException, InterruptedException {
    awaitThis(lot, "accepted");
    customerSays(lot, "paid", Map.of());
    workshopSays(lot, "payment", Map.of());
    awaitThis(lot, "settled");
  }

  /** The lot as it is now. */
  JsonNode lot(JsonNode lot) throws IOException, InterruptedException {
    return customer.get("/api/v1/lots/" + lot.path("lot").asString());
  }

  void awaitThis(JsonNode lot, String state) throws IOException, InterruptedException {
    await(
        "%s to be %s".formatted(lot.path("lot").asString(), state),
        one ->
            one.path("lot").equals(lot.path("lot")) && one.path("state").asString().equals(state));
  }

  /** How many pieces the order has by now. */
  int made() throws IOException, InterruptedException {
    return customer.order(order).made();
  }

  private List<String> tellNews() throws IOException, InterruptedException {
    var story = customer.order(order).story();
    for (var line : story.subList(Math.min(told, story.size()), story.size())) {
      say("%s  %s".formatted(CLOCK.format(line.at()), line.text()));
    }
    told = story.size();
    return story.stream().map(line -> line.text()).toList();
  }

  void pause() throws InterruptedException {
    LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
