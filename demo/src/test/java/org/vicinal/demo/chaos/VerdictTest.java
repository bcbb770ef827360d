package org.vicinal.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vicinal.demo.client.OrderSeen;

/** A checker that cannot find anything proves nothing: each fault is found. */
class VerdictTest {
  private static final String BEGINS = "M117 begins o-1";
  private static final String DONE = "M117 done o-1";
  private final Ledger ledger = new Ledger();

  @Test
  void whatIsAsItMustBeHasNoFault() {
    ledger.placed("o-1", 1, 1);
    assertThat(faults(order(3, "MADE", 1, 1), BEGINS, DONE)).isEmpty();
  }

  @Test
  void aLostOrderIsFound() {
    ledger.placed("o-1", 1, 0);
    assertThat(faults(null)).singleElement().asString().contains("is not there");
  }

  @Test
  void anOlderPastIsFound() {
    ledger.placed("o-1", 1, 5);
    assertThat(faults(order(3, "MADE", 1, 1), BEGINS, DONE))
        .singleElement()
        .asString()
        .contains("version 5 or later");
    ledger.seen(order(7, "MADE", 1, 1));
    ledger.seen(order(6, "MADE", 1, 1));
    assertThat(ledger.complaints()).singleElement().asString().contains("and later at 6");
  }

  @Test
  void aPieceThatWasBegunTwiceIsFound() {
    ledger.placed("o-1", 1, 1);
    assertThat(faults(order(3, "MADE", 1, 1), BEGINS, BEGINS, DONE))
        .singleElement()
        .asString()
        .contains("machines have begun 2");
  }

  @Test
  void aPieceThatIsSaidToBeMadeAndIsNotIsFound() {
    ledger.placed("o-1", 1, 1);
    assertThat(faults(order(3, "MADE", 1, 1), BEGINS))
        .singleElement()
        .asString()
        .contains("machines have done 0");
  }

  @Test
  void anOrderThatHasNotEndedOrNotAsWasSaidIsFound() {
    ledger.placed("o-1", 1, 1);
    assertThat(faults(order(3, "MAKING", 1, 0), BEGINS))
        .singleElement()
        .asString()
        .contains("has not ended");
    ledger.cancelled("o-1");
    assertThat(faults(order(3, "MADE", 1, 1), BEGINS, DONE))
        .singleElement()
        .asString()
        .contains("was cancelled, and is MADE");
  }

  private List<String> faults(@Nullable OrderSeen order, String... executed) {
    var shown = order == null ? Map.<String, OrderSeen>of() : Map.of("o-1", order);
    return Verdict.of(ledger, shown, new Iron(List.of(executed))).faults();
  }

  private static OrderSeen order(long version, String state, int pieces, int made) {
    var lot = new OrderSeen.Lot("o-1-1.0.1", "mill-lane", "left", "MADE", pieces, made, "1 EUR");
    return new OrderSeen(
        "o-1", version, "Squares", state, pieces, made, 1, null, null, List.of(lot), List.of());
  }
}
