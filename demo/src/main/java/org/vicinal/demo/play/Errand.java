package org.vicinal.demo.play;

import java.time.Duration;
import java.util.Set;
import org.vicinal.demo.client.OrderSeen;
import org.vicinal.messages.place.Place;

/**
 * An order of the demo, and how it should end.
 *
 * @param who the customer; empty for a guest with a secret link
 * @param why what it shows
 * @param modelOnly whether the customer brings the model alone, and a workshop has to slice it
 * @param within how long from now it is wanted
 * @param end the state it should end in
 * @param makers the workshops that may end up making it
 */
record Errand(
    String who,
    String why,
    Shipped design,
    boolean modelOnly,
    int pieces,
    Place place,
    Duration within,
    String end,
    Set<String> makers) {

  /** What is not as it should be; empty when all is. */
  String complaint(OrderSeen seen) {
    if (!seen.state().equals(end)) {
      return "expected it to end %s, but it is %s%s"
          .formatted(
              end,
              seen.state(),
              seen.waitingFor() == null ? "" : ", waiting for: " + seen.waitingFor().what());
    }
    if (!makers.isEmpty() && !makers.contains(seen.maker())) {
      return "expected it to be made by one of %s, but it was made by \"%s\""
          .formatted(makers, seen.maker());
    }
    if (end.equals("UNMADE")
        && (seen.outcome() == null || !seen.outcome().contains("would help"))) {
      return "expected a reason that says what would help, but found: " + seen.outcome();
    }
    return "";
  }
}
