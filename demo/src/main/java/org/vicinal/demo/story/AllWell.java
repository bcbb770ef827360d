package org.vicinal.demo.story;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Places;

/** Ordered, asked, made, fetched, paid. */
final class AllWell implements Story {
  @Override
  public String name() {
    return "well";
  }

  @Override
  public String about() {
    return "All well: a coaster is made, fetched with a code, and paid.";
  }

  @Override
  public void play(Teller teller) throws IOException, InterruptedException {
    teller.place(Shipped.HEX_COASTER, 1, Places.RIVERSIDE, Map.of());
    var lot = teller.await("a lot", one -> !one.path("state").asString().equals("awarded"));
    teller.customerWrites("Could you break the edges with a bit of sandpaper?", List.of());
    teller.workshopWrites(lot, "Gladly. It takes five minutes.");
    teller.awaitLetter("wrote to you");
    var made = teller.awaitLot("", "made");
    teller.getReady(made);
    teller.awaitLetter("ready");
    var ready = teller.lot(made);
    teller.say("The customer's pickup code is " + ready.path("pickupCode").asString());
    teller.handOver(ready);
    teller.customerSays(ready, "acceptance", Map.of("reason", "Lovely edges, thank you."));
    teller.settle(ready);
  }
}
