package org.vicinal.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.gcode.Dialect.GRBL;
import static org.vicinal.gcode.Dialect.GRBLHAL;
import static org.vicinal.gcode.Dialect.KLIPPER;
import static org.vicinal.gcode.Dialect.LINUXCNC;
import static org.vicinal.gcode.Dialect.MARLIN;
import static org.vicinal.gcode.Dialect.PRUSA;
import static org.vicinal.gcode.Dialect.REPRAPFIRMWARE;

import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Each firmware has its own commands: what one knows another leaves out, and what is harmless here
 * writes settings there.
 */
class CommandsOfEachFirmwareTest {
  @Test
  void marlin() throws IOException {
    harmless(
        MARLIN,
        "M900 K0.05",
        "M413 S0",
        "M593 F40",
        "M205 J0.01",
        "M73 P5 R60",
        "M486 S1",
        "G12",
        "M709");
    forbidden(
        MARLIN,
        "M500",
        "M502",
        "M511 P1",
        "M21",
        "M928 a.gco",
        "M112",
        "M1000",
        "M92 E400",
        "M303 S200",
        "M302",
        "M206 X1",
        "M851 Z-1",
        "M290 Z0.1",
        "M552 S1",
        "M43 T",
        "M993");
    unknown(MARLIN, "M566 X100", "M572 D0.05", "M584 X0", "M291 P\"x\"", "M601", "M116", "M1587");
    codes(MARLIN, "M906 X600", "changes-limits");
    codes(MARLIN, "M211 S0", "changes-limits");
    codes(MARLIN, "M810 G28", "opaque-command");
    codes(MARLIN, "G6 X1", "unsupported-command");
  }

  @Test
  void prusa() throws IOException {
    harmless(
        PRUSA,
        "M862.3 P \"MK3S\"",
        "M572 S0.05",
        "M601",
        "M555 X1 Y1 W1 H1",
        "M74 W1",
        "G80",
        "M914",
        "M104.1 S200");
    forbidden(
        PRUSA,
        "M500",
        "M509",
        "M850 S1",
        "M861 S1",
        "M45",
        "M1587",
        "M9200",
        "M310 F1",
        "M603",
        "M334 1.2.3.4",
        "M1959",
        "M302 S0");
    unknown(PRUSA, "M566 X100", "M7", "M3 S100", "M810 G28", "G17");
    codes(PRUSA, "M917 X3", "changes-limits");
    codes(PRUSA, "G20", "unsupported-command");
    codes(PRUSA, "D3 Ax0000 X00", "unsupported-command");
  }

  @Test
  void repRapFirmware() throws IOException {
    harmless(
        REPRAPFIRMWARE,
        "M566 X600",
        "M572 D0 S0.05",
        "M568 P0 S0",
        "M116",
        "M204 P1000 T2000",
        "M106 P0 S0.5",
        "M207 S1 F2400",
        "M593 P\"zvd\" F40");
    forbidden(
        REPRAPFIRMWARE,
        "M500",
        "M501",
        "M584 X0",
        "M569 P0 S1",
        "M563 P0 D0",
        "M208 X300",
        "M564 S0",
        "M574 X1",
        "M587 S\"net\"",
        "M551 P\"x\"",
        "M28 \"a.g\"",
        "M471 S\"a\" T\"b\"",
        "M999",
        "M307 H1",
        "M302 P1",
        "M950 F0 C\"fan\"",
        "M37 S1",
        "M92 E400");
    unknown(REPRAPFIRMWARE, "M900 K0.1", "M862.3 P \"MK3S\"", "M413 S0", "M808");
    codes(REPRAPFIRMWARE, "M98 P\"prime.g\"", "opaque-command");
    codes(REPRAPFIRMWARE, "M906 X800", "changes-limits");
    codes(REPRAPFIRMWARE, "G68 R45", "unsupported-command");
    codes(REPRAPFIRMWARE, "M291 P\"wait\" S3", "waits-for-person");
    codes(REPRAPFIRMWARE, "M226", "waits-for-person");
    assertThat(
            Snippets.inspect(REPRAPFIRMWARE, "M566 X600\nM205 X5\nM201.1 X50\n")
                .limits()
                .axes()
                .getFirst())
        .as("M201.1 is for homing only")
        .satisfies(x -> assertThat(x.acceleration()).isGreaterThan(50));
  }

  @Test
  void klipper() throws IOException {
    harmless(
        KLIPPER,
        "SET_PRESSURE_ADVANCE ADVANCE=0.05",
        "EXCLUDE_OBJECT_START NAME=a",
        "M204 S3000",
        "M117 hello",
        "BED_MESH_PROFILE LOAD=default",
        "SET_FAN_SPEED FAN=f SPEED=1",
        "QUAD_GANTRY_LEVEL");
    forbidden(
        KLIPPER,
        "SAVE_CONFIG",
        "FIRMWARE_RESTART",
        "FORCE_MOVE STEPPER=x DISTANCE=9 VELOCITY=9",
        "SET_KINEMATIC_POSITION X=0",
        "RUN_SHELL_COMMAND CMD=x",
        "SAVE_VARIABLE VARIABLE=a VALUE=1",
        "BED_MESH_PROFILE SAVE=x",
        "SET_GCODE_OFFSET Z=-1",
        "PID_CALIBRATE HEATER=extruder TARGET=200",
        "SDCARD_PRINT_FILE FILENAME=a",
        "M112",
        "M23 a.gcode");
    unknown(KLIPPER, "M203 X500", "M900 K1", "M566 X100", "G29", "M862.3 P \"MK3S\"");
    codes(KLIPPER, "START_PRINT BED=60", "opaque-command");
    codes(KLIPPER, "SET_TMC_CURRENT STEPPER=stepper_x CURRENT=2", "changes-limits");
    Inspection heated =
        Snippets.inspect(
            KLIPPER,
            """
            SET_HEATER_TEMPERATURE HEATER=extruder TARGET=215
            SET_HEATER_TEMPERATURE HEATER=heater_bed TARGET=60
            TEMPERATURE_WAIT SENSOR=extruder MINIMUM=214
            G28
            M83
            G1 X10 E1 F1200
            """);
    assertThat(heated.temperatures().nozzle()).isEqualTo(215);
    assertThat(heated.temperatures().bed()).isEqualTo(60);
    assertThat(heated.findings())
        .noneMatch(f -> f.code().contains("cold") || f.code().contains("heat-not"));
    assertThat(Snippets.inspect(KLIPPER, "M203 X1\nG1 X100 F6000\n").seconds().total())
        .as("Klipper leaves M203 out")
        .isLessThan(3);
  }

  @Test
  void grbl() throws IOException {
    harmless(GRBL, "G38.2 Z-1 F10", "M8", "M9", "G43.1 Z1", "G61", "M1");
    forbidden(GRBL, "$100=250", "$RST=*", "$X", "$SLP", "G10 L2 P1 X1", "G28.1", "$J=G91 X1 F10");
    stops(
        GRBL,
        "M6",
        "G43 H1",
        "G81 X1 Z-1 R1 F10",
        "G64",
        "M62 P1",
        "G5 X1",
        "M98 P1",
        "G41 D1",
        "M60",
        "M100");
    codes(GRBL, "M7", "build-option");
    codes(GRBL, "M56", "build-option");
  }

  @Test
  void grblHal() throws IOException {
    harmless(GRBLHAL, "T1 M6", "M7", "G96 S100", "M62 P1", "G7", "M51");
    forbidden(GRBLHAL, "$100=250", "$RST=*", "G10 L2 P1 X1", "G30.1", "$FD=a");
    stops(GRBLHAL, "G64", "G41 D1", "M100", "G52 X1", "M19");
  }

  @Test
  void linuxCnc() throws IOException {
    harmless(LINUXCNC, "G64 P0.1", "T1 M6", "G61.1", "M48", "G10 L2 P1 X1", "M19 R0", "G92.3");
    stops(LINUXCNC, "M11", "M200", "G29", "G100");
    codes(LINUXCNC, "M101", "opaque-command");
    stops(LINUXCNC, "G41 D1");
  }

  private static void harmless(Dialect dialect, String... lines) throws IOException {
    var softly = new SoftAssertions();
    for (String line : lines) {
      softly
          .assertThat(found(dialect, line))
          .as("%s: %s", dialect, line)
          .doesNotContain("unknown-command", "forbidden-command", "unsupported-command");
    }
    softly.assertAll();
  }

  private static void forbidden(Dialect dialect, String... lines) throws IOException {
    all(dialect, "forbidden-command", lines);
  }

  private static void unknown(Dialect dialect, String... lines) throws IOException {
    all(dialect, "unknown-command", lines);
  }

  /** The controller stops there with an error. */
  private static void stops(Dialect dialect, String... lines) throws IOException {
    all(dialect, "unsupported-command", lines);
  }

  private static void codes(Dialect dialect, String line, String code) throws IOException {
    all(dialect, code, line);
  }

  private static void all(Dialect dialect, String code, String... lines) throws IOException {
    var softly = new SoftAssertions();
    for (String line : lines) {
      softly.assertThat(found(dialect, line)).as("%s: %s", dialect, line).contains(code);
    }
    softly.assertAll();
  }

  private static List<String> found(Dialect dialect, String line) throws IOException {
    return Snippets.codes(dialect, line + "\n");
  }
}
