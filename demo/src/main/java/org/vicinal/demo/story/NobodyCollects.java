package org.vicinal.demo.story;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.coordinator.community.CommunityRules;
import org.vicinal.coordinator.community.Patience;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Places;
import org.vicinal.messages.wire.Json;

/** Reminders, then what the bid said, then a debt that stays; a day is a fifth of a second. */
final class NobodyCollects implements Story {
  private static final Patience HURRIED =
      Patience.hurried(Duration.ofMillis(200), Duration.ofSeconds(2));

  @Override
  public String name() {
    return "uncollected";
  }

  @Override
  public String about() {
    return "Nobody collects: reminders, then the pieces go where the bid said. A day lasts 0.2 s here.";
  }

  @Override
  public String end() {
    return "nobody is content, but nothing is left open and everybody knows why";
  }

  @Override
  public void play(Teller teller) throws IOException, InterruptedException {
    var steward = teller.as(Role.STEWARD, "demo");
    var before = rules(steward);
    enact(steward, before.with(HURRIED), "a demonstration is in a hurry");
    try {
      teller.place(Shipped.HEX_COASTER, 1, Places.RIVERSIDE, Map.of());
    } finally {
      enact(steward, before.with(Patience.USUAL), "the others have time");
    }
    // A lot's rules are those of its order, so everything here is quick and nobody else's is.
    var made = teller.awaitLot("", "made");
    teller.workshopSays(made, "checked", Map.of("pieces", 1));
    teller.workshopSays(made, "ready", Map.of());
    teller.awaitLetter("not collected yet");
    teller.awaitTold("Nobody came for the pieces", 1);
    teller.awaitThis(made, "settled");
    teller.awaitTold("stays owed between the two", 1);
  }

  private static CommunityRules rules(Coordinator steward)
      throws IOException, InterruptedException {
    return Json.WIRE
        .mapper()
        .treeToValue(steward.get("/api/v1/community/rules").path("rules"), CommunityRules.class);
  }

  private static void enact(Coordinator steward, CommunityRules rules, String why)
      throws IOException, InterruptedException {
    int version = rules(steward).version() + 1;
    steward.put(
        "/api/v1/community/rules/" + version,
        Map.of("rules", rules.asVersion(version), "reason", why));
  }
}
