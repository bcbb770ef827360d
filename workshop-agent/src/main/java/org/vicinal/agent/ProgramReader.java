package org.vicinal.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.vicinal.agent.machine.Admission;
import org.vicinal.agent.workshop.Check;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;

/** Reads a program for one machine: whether it may run there, how long it takes, what it uses. */
final class ProgramReader {
  private static final int REASONS = 3;
  private static final double SECONDS_TO_HEAT = 90;
  private static final double SECONDS_TO_HOME = 20;

  private ProgramReader() {}

  static Check read(Path program, String name, MachineLimits machine) {
    try {
      var inspection = Inspector.of(machine).inspect(program);
      var objections =
          Admission.findings(inspection, program).stream()
              .filter(finding -> finding.severity() == Finding.Severity.ERROR)
              .toList();
      return objections.isEmpty() ? passed(inspection) : unfit(objections, name);
    } catch (IOException e) {
      return new Check.Unfit("Expected to read %s, but: %s".formatted(name, e.getMessage()));
    }
  }

  /** What cannot be read from the program (heating up, homing) is counted with usual times. */
  private static Check passed(Inspection inspection) {
    var unknown = inspection.seconds().unknown();
    double seconds =
        inspection.seconds().total()
            + unknown.heating() * SECONDS_TO_HEAT
            + unknown.homing() * SECONDS_TO_HOME;
    double grams = inspection.filament().grams();
    return new Check.Passed(
        Math.max(1, seconds), Double.isFinite(grams) ? grams : 0, inspection.lines());
  }

  private static Check unfit(List<Finding> objections, String name) {
    return new Check.Unfit(
        objections.stream()
            .limit(REASONS)
            .map(
                finding ->
                    finding.line() == 0
                        ? name + ": " + finding.text()
                        : name + ":" + finding.line() + ": " + finding.text())
            .collect(Collectors.joining(" ")));
  }
}
