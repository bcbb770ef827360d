package org.vicinal.demo.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.slicing.PrusaSlicer;
import org.vicinal.agent.slicing.SliceLimits;
import org.vicinal.coordinator.caller.Role;
import org.vicinal.demo.Stage;
import org.vicinal.demo.town.Installation;
import org.vicinal.demo.town.Places;

/**
 * Somebody brings a model and no program, and gets the part: a workshop with a slicer makes the
 * program for its own printer before it bids. Real processes, the real slicer, a simulated printer.
 */
class SlicedOrderTest {
  @TempDir Path data;

  @Test
  void aModelBecomesAPart() throws Exception {
    if (PrusaSlicer.find(SliceLimits.USUAL).isEmpty()) {
      System.err.printf("%nNOT TESTED: slicing for an order; prusa-slicer is not installed.%n%n");
      Assumptions.abort("prusa-slicer is not on the PATH");
    }
    try (var stage = Stage.open(data, 400)) {
      var ana = stage.town().coordinatorFor(Role.CUSTOMER, "ana");
      var order =
          new HashMap<String, Object>(
              Shipped.CABLE_CLIP.bringModel(ana, Installation.home().resolve("designs")));
      order.put("pieces", 1);
      order.put("wanted", Instant.now().plus(Duration.ofDays(2)).toString());
      order.put(
          "place",
          Map.of(
              "latitude",
              Places.MILL_QUARTER.latitude(),
              "longitude",
              Places.MILL_QUARTER.longitude()));
      ana.put("/api/v1/orders/sliced", order);

      var made = stage.awaitEnd("sliced");
      assertThat(made.state()).as("%s", made.story()).isEqualTo("MADE");
      assertThat(made.maker()).isEqualTo(Stage.WORKSHOP.id());
      assertThat(stage.done()).as("the printer has done one program to its end").isEqualTo(1);
    }
  }
}
