package org.vicinal.demo.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.vicinal.demo.town.Installation;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;

/** The coaster's program is what the CAM writes, and a small router may run it. */
class HexCoasterTest {
  @Test
  void theProgramThatShipsIsTheOneThatIsWritten() throws Exception {
    var shipped = Installation.home().resolve("designs/hex-coaster/hex-coaster.nc");
    assertThat(Files.readString(shipped)).isEqualTo(HexCoaster.program());
  }

  @Test
  void itMayRunOnASmallRouterAndStaysWithinItsStock() throws Exception {
    var part =
        Inspector.of(MachineLimits.find("grbl-3018").orElseThrow())
            .inspect(
                new ByteArrayInputStream(HexCoaster.program().getBytes(StandardCharsets.US_ASCII)));
    assertThat(part.mayRun()).as("%s", part.findings()).isTrue();
    var box = part.box().cutting();
    assertThat(box.minZ()).isCloseTo(-(HexCoaster.THICK + HexCoaster.SPOIL), within(0.001));
    assertThat(box.minX()).isGreaterThan(0);
    assertThat(box.maxX()).isLessThan(110);
    assertThat(box.minY()).isGreaterThan(0);
    assertThat(box.maxY()).isLessThan(110);
  }

  @Test
  void theSpindleTurnsBeforeTheCutterGoesDown() {
    var lines = HexCoaster.program().lines().toList();
    int spindle = lines.indexOf("M3 S10000");
    int firstDown =
        lines.stream()
            .filter(line -> line.startsWith("G1 Z-"))
            .map(lines::indexOf)
            .findFirst()
            .orElseThrow();
    assertThat(spindle).isLessThan(firstDown);
  }
}
