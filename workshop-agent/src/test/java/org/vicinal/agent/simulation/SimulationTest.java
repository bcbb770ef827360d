package org.vicinal.agent.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.simulation.grbl.GrblSwitches;
import org.vicinal.agent.simulation.marlin.MarlinSwitches;

/** A board and its cable are what the name of the port says. */
class SimulationTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aNameSetsSwitchesSetupAndFaults() {
    var marlin = Simulation.parse("simulated:marlin?advancedOk&speed=10&bed=300x200x100");
    assertThat(marlin.switches()).isEqualTo(MarlinSwitches.USUAL.withAdvancedOk());
    assertThat(marlin.setup()).isEqualTo(new Setup(10, 300, 200, 100, 0, false));
    var hal = Simulation.parse("simulated:grblhal?receiveBytes=256&faults=drop:0.5,seed:7");
    assertThat(hal.switches()).isEqualTo(GrblSwitches.HAL.with("receiveBytes", "256"));
    assertThat(hal.faults().drop()).isEqualTo(0.5);
    assertThat(hal.faults().seed()).isEqualTo(7);
  }

  @Test
  void aMistakeIsToldWithWhatWasExpected() {
    assertThatThrownBy(() -> Simulation.parse("simulated:klipper"))
        .hasMessage("Expected a simulated [marlin, rrf, grbl, grblhal], found \"klipper\".");
    assertThatThrownBy(() -> Simulation.parse("simulated:marlin?homing=true"))
        .hasMessageContaining("homing")
        .hasMessageEndingWith("found \"homing\".");
    assertThatThrownBy(() -> Simulation.parse("simulated:grbl?homing=maybe"))
        .hasMessage("Expected a true or false for homing, found \"maybe\".");
  }

  @Test
  void everySwitchIsExplained() {
    assertThat(Simulation.help())
        .anyMatch(line -> line.strip().startsWith("advancedOk=false"))
        .anyMatch(line -> line.strip().startsWith("receiveBytes=1024"))
        .allMatch(line -> !line.startsWith("  ") || line.strip().contains(" "));
  }

  @Test
  void aCableTakesTheTimeOfItsRate() {
    Wire wire = new Wire(new Random(1), Faults.NONE, 115_200);
    wire.send("G1 X1\n".getBytes(StandardCharsets.ISO_8859_1), 0);
    assertThat(wire.nextArrival()).isBetween(520_000L, 521_000L); // six bytes of ten bits
    assertThat(wire.arrived(500_000)).isNull();
    assertThat(wire.arrived(521_000)).hasSize(6);
  }

  @Test
  void theSameSeedDoesTheSameHarm() {
    assertThat(carried(7)).isEqualTo(carried(7)).isNotEqualTo(carried(8));
  }

  private static List<String> carried(long seed) {
    Wire wire = new Wire(new Random(seed), Faults.even(0.3), 0);
    List<String> arrived = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      wire.send(("line " + i + "\n").getBytes(StandardCharsets.ISO_8859_1), i * SECOND);
      for (byte[] b = wire.arrived(i * SECOND); b != null; b = wire.arrived(i * SECOND)) {
        arrived.add(new String(b, StandardCharsets.ISO_8859_1));
      }
    }
    return arrived;
  }

  @Test
  void aBoardCanBeUnpluggedRestartedAndDeafened() {
    var board = Simulation.parse("marlin?faults=rebootAfter:6").board(line -> {});
    board.reset(0);
    assertThat(said(board, SECOND)).contains("start");
    board.receive("M105\nM105\n".getBytes(StandardCharsets.ISO_8859_1), SECOND);
    assertThat(said(board, 2 * SECOND)).contains("start");
    var unplugged = Simulation.parse("marlin?faults=unplugAfter:3").board(line -> {});
    unplugged.receive(new byte[3], 0);
    assertThat(unplugged.unplugged()).isTrue();
    var deaf = Simulation.parse("grbl?faults=deafAfter:3").board(line -> {});
    deaf.receive(new byte[3], 0);
    assertThat(deaf.reads()).isFalse();
  }

  private static String said(CabledBoard board, long now) {
    return new String(board.advance(now), StandardCharsets.ISO_8859_1);
  }
}
