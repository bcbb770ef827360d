package org.vicinal.demo.story;

import java.io.IOException;
import java.util.Map;
import org.vicinal.demo.play.Shipped;
import org.vicinal.demo.town.Places;

/** A printer dies after the first of two pieces; a neighbour makes the other. */
final class MachineBreaks implements Story {
  private static final String PRINTER = "left";

  @Override
  public String name() {
    return "breaks";
  }

  @Override
  public String about() {
    return "A machine breaks half way: the nearest workshop's printer dies after one of two hooks.";
  }

  @Override
  public void play(Teller teller) throws IOException, InterruptedException {
    var workshop = Places.MILL_LANE;
    teller.place(Shipped.COAT_HOOK, 2, Places.MILL_QUARTER, Map.of());
    teller.awaitTold("Piece 2 begins", 1);
    teller.town().child(workshop.id() + "." + PRINTER).kill();
    teller.say("The printer \"%s\" of %s is dead.".formatted(PRINTER, workshop.id()));
    try {
      var rest =
          teller.await(
              "a neighbour's lot that is made",
              lot ->
                  !lot.path("workshop").asString().equals(workshop.id())
                      && lot.path("state").asString().equals("made"));
      teller.contentWith(teller.awaitLot(workshop.id(), "made"));
      teller.contentWith(rest);
    } finally {
      for (var machine : workshop.machines()) {
        if (machine.name().equals(PRINTER)) {
          teller.town().startMachine(workshop, machine);
        }
      }
    }
  }
}
