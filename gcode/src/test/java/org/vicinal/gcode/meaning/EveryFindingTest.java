package org.vicinal.gcode.meaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;

/** Every kind of finding is raised by some program, with its severity and a text that helps. */
class EveryFindingTest {
  /** A rule, the machine or dialect that sees it, and a program. */
  private record Example(Rule rule, String reader, String program) {}

  private static final String PART = "G28\nM109 S200\nG1 X50 Y50 Z1 F3000\n";
  private static final List<Example> EXAMPLES =
      List.of(
          new Example(Rule.LINE_TOO_LONG, "grbl", "G1 X" + "0".repeat(90)),
          new Example(Rule.BAD_NUMBER, "grbl", "G1 X1.2.3"),
          new Example(Rule.SCIENTIFIC_NOTATION, "marlin", "G1 X1e+6"),
          new Example(Rule.MISSING_VALUE, "grbl", "G1 X F100"),
          new Example(Rule.UNEXPECTED_BYTE, "grbl", "G1 X1 &"),
          new Example(Rule.REALTIME_BYTE, "grbl", "(what?)"),
          new Example(Rule.CONTROL_BYTE, "marlin", "G1 X1\u0000"),
          new Example(Rule.BAD_COMMENT, "grbl", "(a(b)"),
          new Example(Rule.UNCLOSED_COMMENT, "grbl", "(a"),
          new Example(Rule.FOREIGN_COMMENT, "marlin", "(a)"),
          new Example(Rule.LOWER_CASE, "marlin", "g1 x1"),
          new Example(Rule.BYTE_ORDER_MARK, "marlin", "\ufeffG28"),
          new Example(Rule.PERCENT_SIGN, "grbl", "%"),
          new Example(Rule.BLOCK_DELETE, "grbl", "/G0 X1"),
          new Example(Rule.BLOCK_DELETE_TOTALS, "grbl", "/G0 X1"),
          new Example(Rule.BAD_CHECKSUM, "marlin", "N1 G28*1"),
          new Example(Rule.UNEXPECTED_CHECKSUM, "grbl", "G0 X1*1"),
          new Example(Rule.TOO_MANY_WORDS, "grblhal", "X1".repeat(200)),
          new Example(Rule.EMPTY_PROGRAM, "grbl", "(nothing)"),
          new Example(Rule.REPEATED_WORD, "marlin", "G1 X1 X2"),
          new Example(Rule.SAME_GROUP, "grbl", "G0 G1 X1"),
          new Example(Rule.AXIS_CONFLICT, "grbl", "G28 G1 X1"),
          new Example(Rule.AXIS_MISSING, "grbl", "G92"),
          new Example(Rule.SEVERAL_COMMANDS, "marlin", "G90 G1 X1"),
          new Example(Rule.UNUSED_WORD, "grbl", "G0 X1 R1"),
          new Example(Rule.NO_FEED, "grbl", "G1 X1"),
          new Example(Rule.NEGATIVE_VALUE, "grbl", "G1 X1 F-1"),
          new Example(Rule.NUMBER_RANGE, "marlin", "G1 X1000000000"),
          new Example(Rule.ARC_RADIUS, "grbl", "G2 X10 R1 F100"),
          new Example(Rule.ARC_CENTER, "grbl", "G2 X10 F100"),
          new Example(Rule.THREAD, "linuxcnc", "G33 Z1 K1"),
          new Example(Rule.UNKNOWN_COMMAND, "marlin", "M7777"),
          new Example(Rule.UNSUPPORTED_COMMAND, "grbl", "M6"),
          new Example(Rule.OPAQUE_COMMAND, "klipper", "START_PRINT"),
          new Example(Rule.BUILD_OPTION, "marlin", "G5 X1 Y1 I1 J1 P1 Q1"),
          new Example(Rule.EXTRA_AXIS, "linuxcnc", "G0 A90"),
          new Example(Rule.TOOL_LENGTH_UNKNOWN, "linuxcnc", "G43 H1"),
          new Example(Rule.NOT_COUNTED, "grbl", "G38.2 Z-1 F10"),
          new Example(Rule.EXPRESSION, "grbl", "#1=2"),
          new Example(Rule.DWELL_UNIT, "grbl", "G4 P500"),
          new Example(Rule.UNITS_LOOK_WRONG, "grbl", "G0 X1"),
          new Example(Rule.CODE_AFTER_END, "grbl", "M2\nG0 X1"),
          new Example(Rule.NO_PROGRAM_END, "linuxcnc", "G0 X1"),
          new Example(Rule.WRONG_DIALECT, "mk3s", "G21 G90 G94 G54\nM3 S1000\nG1 X10 F100\n"),
          new Example(Rule.WRONG_PRINTER, "mk3s", "M862.3 P \"MK4\"\n" + PART),
          new Example(Rule.OUTSIDE_ENVELOPE, "mk3s", PART + "G1 X900"),
          new Example(Rule.BELOW_BED, "mk3s", PART + "G1 Z-1"),
          new Example(Rule.FORBIDDEN_COMMAND, "mk3s", PART + "M500"),
          new Example(Rule.CHANGES_LIMITS, "mk3s", PART + "M201 X9999"),
          new Example(Rule.NOZZLE_TOO_HOT, "mk3s", PART + "M104 S400"),
          new Example(Rule.BED_TOO_HOT, "mk3s", PART + "M140 S400"),
          new Example(Rule.NO_CHAMBER, "mk3s", PART + "M141 S60"),
          new Example(Rule.FEED_ABOVE_LIMIT, "mk3s", PART + "G1 X60 F99999"),
          new Example(Rule.SPINDLE_ABOVE_LIMIT, "grbl-3018", "M3 S99999"),
          new Example(Rule.NO_SUCH_TOOL, "mk3s", PART + "T9"),
          new Example(Rule.COLD_EXTRUSION, "mk3s", "G28\nG1 X1 E1"),
          new Example(Rule.HEAT_NOT_AWAITED, "mk3s", "G28\nM104 S200\nG1 X1 E1"),
          new Example(Rule.NO_HOMING, "mk3s", "M109 S200\nG1 X1 E1"),
          new Example(Rule.SPINDLE_OFF, "grbl-3018", "G21 G1 X1 F100"),
          new Example(Rule.HEATER_LEFT_ON, "mk3s", PART + "G1 X60 E1"),
          new Example(Rule.WAITS_FOR_PERSON, "marlin", "M0"));

  /** These need more than a line or a machine that no profile describes. */
  private static final EnumSet<Rule> ELSEWHERE =
      EnumSet.of(Rule.ABSOLUTE_EXTRUSION_HIDDEN, Rule.NO_SPINDLE, Rule.CHAMBER_TOO_HOT);

  @TempDir Path folder;

  @Test
  void everyRuleHasAnExampleThatRaisesIt() throws IOException {
    var left = EnumSet.complementOf(ELSEWHERE);
    for (Example example : EXAMPLES) {
      Path file = Files.writeString(folder.resolve("program"), example.program() + "\n");
      List<Finding> raised =
          inspector(example.reader()).inspect(file).findings().stream()
              .filter(f -> f.code().equals(example.rule().code()))
              .toList();
      assertThat(raised).as("%s by %s", example.rule(), example.program()).isNotEmpty();
      assertThat(raised.getFirst().severity()).isEqualTo(example.rule().severity());
      assertThat(raised.getFirst().text()).as("%s", example.rule()).hasSizeGreaterThan(30);
      left.remove(example.rule());
    }
    assertThat(left).as("rules without an example").isEmpty();
  }

  @Test
  void aSpindleThatNobodyCanSwitch() throws IOException {
    var machine = MachineLimits.parse("like: grbl-3018\nspindle-rpm: 0\n", "mine");
    assertThat(codes(Inspector.of(machine), "M3 S1000")).contains(Rule.NO_SPINDLE.code());
  }

  @Test
  void aChamberThatCannotGetSoHot() throws IOException {
    var machine = MachineLimits.parse("like: mk4\nchamber-celsius: 60\n", "mine");
    assertThat(codes(Inspector.of(machine), PART + "M141 S60\nM191 R60"))
        .doesNotContain(Rule.CHAMBER_TOO_HOT.code(), Rule.NO_CHAMBER.code());
    assertThat(codes(Inspector.of(machine), PART + "M191 S75"))
        .contains(Rule.CHAMBER_TOO_HOT.code());
    assertThat(codes(Inspector.anyMachine().withDialect(Dialect.MARLIN), PART + "M191 S75"))
        .as("nobody said whether it has one")
        .doesNotContain(Rule.CHAMBER_TOO_HOT.code(), Rule.NO_CHAMBER.code());
  }

  @Test
  void anErrorSaysWhatWasExpectedAndWhatWasFound() throws IOException {
    var wordless = new ArrayList<String>();
    for (Example example : EXAMPLES) {
      for (Finding finding :
          inspector(example.reader())
              .inspect(new ByteArrayInputStream(example.program().getBytes(UTF_8)))
              .findings()) {
        boolean says =
            finding.text().startsWith("Expected")
                || finding.text().startsWith("Found")
                || finding.text().contains("not understood");
        if (finding.severity() == Finding.Severity.ERROR && !says) {
          wordless.add(finding.toString());
        }
      }
    }
    assertThat(wordless).isEmpty();
  }

  private static List<String> codes(Inspector inspector, String program) throws IOException {
    return inspector.inspect(new ByteArrayInputStream(program.getBytes(UTF_8))).findings().stream()
        .map(Finding::code)
        .toList();
  }

  private static Inspector inspector(String reader) {
    return Dialect.find(reader)
        .map(dialect -> Inspector.anyMachine().withDialect(dialect))
        .orElseGet(() -> Inspector.of(MachineLimits.find(reader).orElseThrow()));
  }
}
