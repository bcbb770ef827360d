package org.vicinal.agent.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vicinal.agent.machine.Admission;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;

/** What the G-code library says of a program before a byte of it goes out, and its plan. */
public record Preflight(String name, Inspection inspection, List<Finding> findings, Plan plan) {
  private static final int MOST_SHOWN = 12;

  /** Reads the whole program for this machine. */
  public static Preflight of(Path program, MachineLimits machine) throws IOException {
    var plan = new Plan();
    var inspection = Inspector.of(machine).inspect(program, plan);
    return new Preflight(
        String.valueOf(program.getFileName()),
        inspection,
        Admission.findings(inspection, program),
        plan);
  }

  /** Whether nothing forbids it. */
  public boolean mayRun() {
    return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }

  /** Seconds of motion and dwell that the planner sees. */
  double seconds() {
    return inspection.seconds().total();
  }

  /** The findings that matter and the figures, for people. */
  List<String> words() {
    var lines = new ArrayList<String>();
    var shown =
        findings.stream()
            .filter(finding -> finding.severity() != Finding.Severity.INFO)
            .sorted(java.util.Comparator.comparing(Finding::severity))
            .toList();
    shown.stream().limit(MOST_SHOWN).forEach(finding -> lines.add(name + ":" + finding));
    if (shown.size() > MOST_SHOWN) {
      lines.add(
          "... and %d more (vicinal gcode check %s)".formatted(shown.size() - MOST_SHOWN, name));
    }
    lines.add(figures());
    return lines;
  }

  private String figures() {
    var text = new StringBuilder();
    text.append("%s: %d lines, about %s".formatted(name, inspection.lines(), time()));
    if (inspection.temperatures().nozzle() > 0 || inspection.temperatures().bed() > 0) {
      text.append(
          ", nozzle %.0f and bed %.0f degrees C"
              .formatted(inspection.temperatures().nozzle(), inspection.temperatures().bed()));
    }
    if (inspection.filament().grams() > 0) {
      text.append(String.format(Locale.ROOT, ", %.1f g", inspection.filament().grams()));
    }
    if (inspection.spindleRpm() > 0) {
      text.append(", spindle %.0f rpm".formatted(inspection.spindleRpm()));
    }
    var box = inspection.box().all();
    if (!box.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              ", X %.1f to %.1f, Y %.1f to %.1f, Z %.1f to %.1f mm",
              box.minX(),
              box.maxX(),
              box.minY(),
              box.maxY(),
              box.minZ(),
              box.maxZ()));
    }
    return text.append('.').toString();
  }

  private String time() {
    var unknown = inspection.seconds().unknown();
    boolean more = unknown.heating() + unknown.homing() + unknown.macros() > 0;
    return Meter.duration(seconds()) + (more ? " and heating or homing" : "");
  }
}
