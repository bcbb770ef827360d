package org.vicinal.gcode.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import org.vicinal.gcode.Finding;
import org.vicinal.gcode.Inspection;

/** Whether a program may run on a machine. */
final class CheckCommand {
  private CheckCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    Inspection part = arguments.inspector().inspect(arguments.file());
    if (arguments.json()) {
      var json = new LinkedHashMap<String, Object>();
      json.put("mayRun", part.mayRun());
      json.put("machine", part.limits().name());
      json.put("findings", InspectionJson.findings(part.findings()));
      out.print(Json.of(json));
    } else {
      for (Finding finding : part.findings()) {
        out.println(arguments.file().getFileName() + ":" + finding);
      }
      out.println(
          part.mayRun()
              ? "May run on " + part.limits().name() + "."
              : "Must not run on " + part.limits().name() + ".");
    }
    return part.mayRun() ? GcodeMain.FINE : GcodeMain.MUST_NOT_RUN;
  }
}
