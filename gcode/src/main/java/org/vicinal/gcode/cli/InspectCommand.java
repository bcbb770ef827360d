package org.vicinal.gcode.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.vicinal.gcode.Box;
import org.vicinal.gcode.Inspection;

/** What a program does, for a person or as JSON. */
final class InspectCommand {
  private InspectCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    Inspection part = arguments.inspector().inspect(arguments.file());
    if (arguments.json()) {
      out.print(Json.of(InspectionJson.of(part)));
    } else {
      print(part, out);
    }
    return GcodeMain.FINE;
  }

  private static void print(Inspection part, PrintStream out) {
    row(out, "dialect", "%s (%s)".formatted(part.dialect(), part.dialectReason()));
    row(
        out,
        "lines",
        "%,d, moves %,d, arcs %,d, layers %,d"
            .formatted(part.lines(), part.moves(), part.arcs(), part.layers()));
    Inspection.Seconds seconds = part.seconds();
    row(
        out,
        "time",
        "%s (motion %.1f s, dwell %.1f s, stops %.1f s)"
            .formatted(clock(seconds.total()), seconds.motion(), seconds.dwell(), seconds.stops()));
    Inspection.Unknown unknown = seconds.unknown();
    row(
        out,
        "not counted",
        "homing or probing %d times, heating %d, macros %d, waiting for a person %d"
            .formatted(unknown.homing(), unknown.heating(), unknown.macros(), unknown.pauses()));
    row(
        out,
        "as on",
        "%s, planner %s, limits from %s"
            .formatted(part.limits().name(), part.timeModel(), part.limits().source()));
    if (!part.stated().slicer().isEmpty()) {
      row(
          out,
          "stated",
          "%s %s: %s, %.2f mm"
              .formatted(
                  part.stated().slicer(),
                  part.stated().version(),
                  clock(part.stated().seconds()),
                  part.stated().filamentMm()));
    }
    if (part.filament().sumMm() != 0) {
      row(
          out,
          "filament",
          "%.2f mm, %.2f g".formatted(part.filament().sumMm(), part.filament().grams()));
    }
    box(out, "prints in", part.box().extruding());
    box(out, "cuts in", part.box().cutting());
    box(out, "moves in", part.box().all());
    row(
        out,
        "way",
        "%.1f mm cutting or printing, %.1f mm beside".formatted(part.cutMm(), part.rapidMm()));
    row(out, "ends at", "%s".formatted(part.end()));
    row(
        out,
        "hottest",
        "nozzle %.0f C, bed %.0f C"
            .formatted(part.temperatures().nozzle(), part.temperatures().bed()));
    row(
        out,
        "fastest",
        "%.0f mm/min, spindle %.0f rpm, tools %s"
            .formatted(part.maxFeedMmPerMin(), part.spindleRpm(), part.tools()));
    part.findings().forEach(out::println);
    out.println(part.mayRun() ? "May run." : "Must not run.");
  }

  private static void row(PrintStream out, String name, String text) {
    out.println("%-12s %s".formatted(name, text));
  }

  private static void box(PrintStream out, String name, Box box) {
    if (!box.isEmpty()) {
      row(
          out,
          name,
          "X %.3f..%.3f  Y %.3f..%.3f  Z %.3f..%.3f mm"
              .formatted(box.minX(), box.maxX(), box.minY(), box.maxY(), box.minZ(), box.maxZ()));
    }
  }

  static String clock(double seconds) {
    if (Double.isNaN(seconds)) {
      return "nothing about time";
    }
    long whole = Math.round(seconds);
    return "%dh %02dm %02ds".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }
}
