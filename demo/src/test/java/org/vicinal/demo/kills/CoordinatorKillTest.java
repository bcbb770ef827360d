package org.vicinal.demo.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.demo.Stage;
import org.vicinal.demo.client.OrderSeen;

/**
 * The coordinator, and its broker with it, may be killed at any moment: every acknowledged order is
 * there afterwards, no run is disturbed, no lot is started twice.
 */
class CoordinatorKillTest {
  /**
   * Moments in the life of an order, as its story tells them; the empty one is right after the
   * acknowledgement.
   */
  private static final List<String> MOMENTS =
      List.of(
          "",
          "Confirmed",
          "Called",
          "offers",
          "Call closed",
          "Given to",
          "accepted",
          "begins",
          "A piece is made",
          "All pieces");

  @TempDir Path data;

  @Test
  void killedAtTenMomentsOfAnOrderAndOnceWhileStarting() throws Exception {
    try (var stage = Stage.open(data, 200)) {
      var orders = new ArrayList<String>();
      for (var moment : MOMENTS) {
        var id = stage.place("kill-" + orders.size(), 1);
        orders.add(id);
        if (!moment.isEmpty()) {
          stage.awaitStory(id, moment);
        }
        stage.killCoordinator();
        if (moment.equals("accepted")) {
          stage.town().startCoordinator();
          stage.killCoordinator();
        }
        stage.startCoordinator();
      }
      for (var id : orders) {
        assertMadeOnce(stage.awaitEnd(id));
      }
      assertThat(stage.begun()).as("programs begun").isEqualTo(orders.size());
      assertThat(stage.done()).as("programs done to their last line").isEqualTo(orders.size());
    }
  }

  @Test
  void awayDuringAWholeRunItIsToldEverythingAfterwardsOnce() throws Exception {
    try (var stage = Stage.open(data, 200)) {
      var id = stage.place("away", 1);
      stage.awaitStory(id, "begins");
      stage.killCoordinator();
      while (stage.done() == 0) {
        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
      }
      stage.startCoordinator();
      assertMadeOnce(stage.awaitEnd(id));
      assertThat(stage.begun()).isEqualTo(1);
    }
  }

  private static void assertMadeOnce(OrderSeen order) {
    assertThat(order.state()).as("%s", order.story()).isEqualTo("MADE");
    assertThat(Stage.count(order, "A piece is made"))
        .as("%s", order.story())
        .isEqualTo(order.pieces());
    assertThat(Stage.count(order, "begins")).as("%s", order.story()).isEqualTo(order.pieces());
    assertThat(order.lots()).filteredOn(lot -> lot.state().equals("made")).hasSize(1);
  }
}
