package org.vicinal.gcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.gcode.Finding.Severity;

/**
 * A stranger's program may run here only if it keeps to the machine and leaves its settings alone.
 */
class MachineCheckTest {
  private static final MachineLimits MK3S = MachineLimits.find("mk3s").orElseThrow();
  private static final MachineLimits DESKTOP_MILL = MachineLimits.find("grbl-3018").orElseThrow();
  private static final String GOOD =
      "G28\nM83\nM109 S200\nG1 X10 Y10 Z0.2 F3000\nG1 X20 E1 F1200\nM104 S0\n";

  @Test
  void aGoodProgramMayRun() throws IOException {
    assertThat(check(MK3S, GOOD)).isEmpty();
    assertThat(Inspector.of(MK3S).inspect(stream(GOOD)).mayRun()).isTrue();
  }

  @Test
  void thePathStaysWithinTheMachine() throws IOException {
    assertThat(check(MK3S, GOOD + "G1 X300\n")).containsExactly("outside-envelope");
    assertThat(check(MK3S, GOOD + "G1 Z-1\n")).containsExactly("below-bed");
    assertThat(check(DESKTOP_MILL, "G21\nM3 S1000\nG1 X-200 F100\nX200\n"))
        .containsExactly("outside-envelope");
    assertThat(check(DESKTOP_MILL, "G21\nM3 S1000\nG2 X299 I149.5 F100\n"))
        .as("the arc bulges by 149.5 mm")
        .isEmpty();
    assertThat(check(DESKTOP_MILL, "G21\nM3 S1000\nG2 X0 Y0 I-100 F100\n"))
        .as("the circle is 200 mm deep")
        .containsExactly("outside-envelope");
  }

  @Test
  void theProgramIsForThisKindOfMachine() throws IOException {
    assertThat(check(DESKTOP_MILL, GOOD)).contains("wrong-dialect");
    assertThat(check(MK3S, "G21 G90 G94 G54\nM3 S1000\nG1 X10 F100\n")).contains("wrong-dialect");
    assertThat(check(MK3S, "START_PRINT BED=60\n" + GOOD)).contains("wrong-dialect");
    assertThat(check(MK3S, "G28\nG1 X10 F3000\n"))
        .as("too short to tell: the machine's own dialect")
        .isEmpty();
  }

  @Test
  void heatStaysWithinTheMachine() throws IOException {
    assertThat(check(MK3S, "M104 S350\n" + GOOD)).containsExactly("nozzle-too-hot");
    assertThat(check(MK3S, "M190 S150\n" + GOOD)).containsExactly("bed-too-hot");
    assertThat(check(MK3S, GOOD.replace("M109 S200\n", ""))).containsExactly("cold-extrusion");
  }

  @Test
  void nothingThatOutlivesTheJobIsChanged() throws IOException {
    for (String command :
        List.of(
            "M500",
            "M502",
            "M28 a.gco",
            "M23 a.gco",
            "M24",
            "M997",
            "M999",
            "M112",
            "M81",
            "M92 X100",
            "M302 P1",
            "M301 P1",
            "M851 Z1",
            "M587 S\"x\"")) {
      assertThat(check(MK3S, GOOD + command + "\n"))
          .as(command)
          .containsExactly("forbidden-command");
    }
    for (String command : List.of("$100=250", "$RST=*", "$X", "G10 L2 P1 X1", "G28.1")) {
      assertThat(check(DESKTOP_MILL, "G21\nM3 S1000\nG1 X1 F100\n" + command + "\n"))
          .as(command)
          .containsExactly("forbidden-command");
    }
  }

  @Test
  void whatTheMachinePrintedIsItsProfile() {
    MachineLimits mill =
        MachineLimits.parse(
            "$0=10\n$11=0.02\n$110=5000.000 (x max rate)\n$120=400\n$130=425\nok\n", "$$");
    assertThat(mill.dialect()).isEqualTo(Dialect.GRBL);
    assertThat(mill.axes().getFirst().speed()).isEqualTo(5000 / 60.0);
    assertThat(mill.axes().getFirst().max()).isEqualTo(425);
    MachineLimits printer =
        MachineLimits.parse(
            "echo:  M203 X500.00 Y500.00 Z5.00 E25.00\necho:  M201 X500 Y500 Z100 E5000\necho:  M205 B20000 S0 T0 J0.08\n",
            "M503");
    assertThat(printer.axes().getLast().speed()).isEqualTo(25);
    assertThat(printer.timeModel()).isEqualTo(TimeModel.MARLIN_JD);
    assertThat(printer.junctionDeviation()).isEqualTo(0.08);
  }

  @Test
  void aProfileThatMakesNoSenseIsRefusedWithItsLine() {
    assertThatThrownBy(() -> MachineLimits.parse("like: mk3s\nspeeed: 1\n", "mine"))
        .hasMessageContaining("mine:2:")
        .hasMessageContaining("speeed");
    assertThatThrownBy(() -> MachineLimits.parse("like: mk3s\nspeed: fast\n", "mine"))
        .hasMessageContaining("Expected a number");
    assertThatThrownBy(() -> MachineLimits.parse("like: mk3s\nspeed: 0\n", "mine"))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> MachineLimits.parse("hello\n", "mine"))
        .hasMessageContaining("found none of them");
  }

  @Test
  void everyProfileThatIsListedCanBeRead() {
    assertThat(MachineLimits.listNames())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(MachineLimits.find(name)).isPresent());
    assertThat(MachineLimits.find("../secret")).isEmpty();
  }

  private static List<String> check(MachineLimits machine, String program) throws IOException {
    return Inspector.of(machine).inspect(stream(program)).findings().stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .map(Finding::code)
        .toList();
  }

  private static ByteArrayInputStream stream(String program) {
    return new ByteArrayInputStream(program.getBytes(UTF_8));
  }
}
