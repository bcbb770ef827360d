package org.vicinal.demo.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.vicinal.demo.town.Installation;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;

/**
 * The designs that ship may run on the machines they are for, and the lamp ring on no small one.
 */
class ShippedTest {
  private static final double MINUTE = 60;

  @Test
  void theHookAndTheClipRunOnASmallPrinter() throws IOException {
    assertThat(on("ender-3", Shipped.COAT_HOOK).mayRun()).isTrue();
    assertThat(on("ender-3", Shipped.CABLE_CLIP).mayRun()).isTrue();
  }

  @Test
  void theCoasterRunsOnASmallMill() throws IOException {
    assertThat(on("grbl-3018", Shipped.HEX_COASTER).mayRun()).isTrue();
  }

  @Test
  void theLampRingLeavesTheRoomOfSmallPrinters() throws IOException {
    for (var machine : new String[] {"ender-3", "mk3s", "mk4"}) {
      var ring = on(machine, Shipped.LAMP_RING);
      assertThat(ring.mayRun()).as(machine).isFalse();
      assertThat(ring.findings().toString()).as(machine).contains("outside-envelope");
    }
  }

  @Test
  void whatTheDemoPrintsTakesFromMinutesToAnHourAndAHalf() throws IOException {
    for (var design : new Shipped[] {Shipped.COAT_HOOK, Shipped.CABLE_CLIP}) {
      assertThat(on("ender-3", design).seconds().total())
          .as(design.name())
          .isBetween(8 * MINUTE, 90 * MINUTE);
    }
  }

  private static Inspection on(String machine, Shipped design) throws IOException {
    var limits = MachineLimits.find(machine).orElseThrow();
    return Inspector.of(limits).inspect(design.program(Installation.home().resolve("designs")));
  }
}
