package org.vicinal.agent.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Finding.Severity;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.WireForm;
import org.vicinal.gcode.WireLine;

/**
 * What forbids a program here, beside what forbids it to its firmware: lasers are refused until
 * there are rules for light, smoke and fire; and a tool change, on which GRBL stops, is a person's
 * work with this host, so it forbids nothing.
 */
public final class Admission {
  private static final String NO_LASERS =
      "Lasers are not run by this agent: it has no rules for light, smoke and fire.";

  /** A fan is not switched so often where nothing is printed. */
  private static final int BLINKS = 10;

  private Admission() {}

  /** Every finding that a person should see, those that forbid it as errors. */
  public static List<Finding> findings(Inspection inspection, Path program) throws IOException {
    List<Finding> found = new ArrayList<>();
    for (Finding finding : inspection.findings()) {
      if (!toolChange(finding)) {
        found.add(finding);
      }
    }
    if (lasers(inspection, program)) {
      found.add(new Finding(0, 0, Severity.ERROR, "laser", reason(inspection)));
    }
    return found;
  }

  /** The line is not sent; the machine stands, and a person is asked. */
  private static boolean toolChange(Finding finding) {
    return finding.code().equals("unsupported-command") && finding.text().contains("found M6,");
  }

  private static boolean lasers(Inspection inspection, Path program) throws IOException {
    if (inspection.limits().dialect().mill()) {
      return inspection.limits().laser();
    }
    boolean prints =
        inspection.temperatures().nozzle() > 0 || !inspection.box().extruding().isEmpty();
    boolean switches =
        inspection.findings().stream().anyMatch(finding -> finding.code().equals("no-spindle"));
    return switches
        || inspection.spindleRpm() > 0
        || (!prints && blinks(program, inspection.limits().dialect()));
  }

  private static String reason(Inspection inspection) {
    return NO_LASERS
        + (inspection.limits().dialect().mill()
            ? " The controller is in laser mode: set $32=0 if it is a mill."
            : " The program switches one on a printer (M3 or M4 with S, or M106 without any"
                + " plastic).");
  }

  /** Whether the fan's output is switched as a laser is; read only where nothing is extruded. */
  private static boolean blinks(Path program, Dialect dialect) throws IOException {
    int count = 0;
    try (var lines = WireForm.open(program, dialect)) {
      for (WireLine line = lines.next(); line != null && count < BLINKS; line = lines.next()) {
        byte[] text = line.bytes();
        boolean fan = text.length > 4 && text[0] == 'M' && text[1] == '1' && text[2] == '0';
        count += fan && text[3] == '6' ? 1 : 0;
      }
    }
    return count >= BLINKS;
  }
}
