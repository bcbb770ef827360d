package org.vicinal.gcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.vicinal.gcode.Finding.Severity;

/** Inspects a few lines, and leaves out what only says that they are no whole program. */
final class Snippets {
  private static final Set<String> OF_WHOLE_PROGRAMS =
      Set.of("empty-program", "no-program-end", "no-homing", "units-look-wrong", "spindle-off");

  private Snippets() {}

  static Inspection inspect(Dialect dialect, String program) throws IOException {
    return inspect(Inspector.anyMachine().withDialect(dialect), program);
  }

  static Inspection inspect(Inspector inspector, String program) throws IOException {
    return inspector.inspect(new ByteArrayInputStream(program.getBytes(UTF_8)));
  }

  static List<Double> end(Dialect dialect, String program) throws IOException {
    return inspect(dialect, program).end();
  }

  /** All codes of findings about the snippet. */
  static List<String> codes(Dialect dialect, String program) throws IOException {
    return inspect(dialect, program).findings().stream()
        .map(Finding::code)
        .filter(code -> !OF_WHOLE_PROGRAMS.contains(code))
        .toList();
  }

  /** Codes of errors. */
  static List<String> errors(Dialect dialect, String program) throws IOException {
    return inspect(dialect, program).findings().stream()
        .filter(f -> f.severity() == Severity.ERROR && !OF_WHOLE_PROGRAMS.contains(f.code()))
        .map(Finding::code)
        .toList();
  }

  /** The second line has this error in this column, and the finding quotes the line. */
  static void assertErrorIn(Dialect dialect, String line, String code, int column)
      throws IOException {
    assertThat(inspect(dialect, "G21\n" + line).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.line()).isEqualTo(2);
              assertThat(finding.column()).isEqualTo(column);
              assertThat(finding.text()).contains(line);
            });
  }
}
