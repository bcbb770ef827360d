package org.vicinal.demo.story;

import java.io.IOException;
import java.util.Map;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Places;
import tools.jackson.databind.JsonNode;

/** The two do not agree, and take somebody whom both trust. */
final class Mediated implements Story {
  private static final String MEDIATOR = "sam";

  @Override
  public String name() {
    return "dispute";
  }

  @Override
  public String about() {
    return "A dispute: one of two clips is refused, and a mediator whom both accept settles it.";
  }

  @Override
  public void play(Teller teller) throws IOException, InterruptedException {
    teller.place(Shipped.CABLE_CLIP, 2, Places.RIVERSIDE, Map.of());
    var made = teller.awaitLot("", "made");
    teller.getReady(made);
    var lot = teller.lot(made);
    teller.handOver(lot);
    teller.customerSays(
        lot, "refusal", Map.of("pieces", 1, "reason", "One does not hold the cable."));
    teller.awaitThis(lot, "disputed");
    long price = lot.path("price").path("lines").valueStream().mapToLong(Mediated::amount).sum();
    var workshop = teller.as(Role.WORKSHOP, lot.path("workshop").asString());
    teller.says(workshop, lot, "proposals", Map.of("minorUnits", price));
    teller.customerSays(lot, "proposals/1/answer", Map.of("yes", false));
    var sam = teller.town().person(MEDIATOR).value();
    teller.customerSays(lot, "proposals", Map.of("mediator", sam));
    teller.says(workshop, lot, "proposals/2/answer", Map.of("yes", true));
    var steward = teller.as(Role.STEWARD, MEDIATOR);
    teller.says(
        steward,
        lot,
        "decision",
        Map.of("minorUnits", price / 2, "reason", "One clip is good, and one is paid."));
    teller.settle(lot);
  }

  private static long amount(JsonNode line) {
    return line.path("minorUnits").asLong();
  }
}
