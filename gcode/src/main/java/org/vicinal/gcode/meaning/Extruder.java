package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.TimeModel;

/** The filament: how its lengths are counted, how much was pushed, and by which tool. */
final class Extruder {
  private static final int MOST_TOOLS = 256;
  private static final int SUSPICIOUS_RISE = 100;

  private final PrinterLine line;
  private final Dialect dialect;
  private final MachineLimits machine;
  private final Tally tally;
  private final Findings findings;
  private final Heat heat;
  private boolean relativeByModes;
  private boolean relativeByOwn;
  private double lastRelative;
  private int rising;

  /** Where E stands, for absolute lengths. */
  double at;

  /** Whether lengths count from where E stands. */
  boolean relative;

  int tool;
  boolean used;

  Extruder(PrinterLine line, Dialect dialect, MachineLimits machine, Interpreter lines, Heat heat) {
    this.line = line;
    this.dialect = dialect;
    this.machine = machine;
    this.heat = heat;
    tally = lines.tally;
    findings = lines.findings;
  }

  /** M82 and M83. */
  void ownMode(boolean isRelative) {
    relativeByOwn = isRelative;
    decideMode();
  }

  /**
   * G90 and G91. On Marlin and Prusa's Buddy they set all axes and M82 or M83 may then change E; on
   * Klipper E is relative if either says so; on RepRapFirmware and Prusa's MK3 they leave E alone.
   */
  void axesMode(boolean isRelative) {
    boolean all =
        dialect == Dialect.MARLIN
            || (dialect == Dialect.PRUSA && machine.timeModel() == TimeModel.MARLIN_JERK);
    relativeByModes = isRelative && dialect == Dialect.KLIPPER;
    relativeByOwn = all ? isRelative : relativeByOwn;
    decideMode();
  }

  private void decideMode() {
    relative = relativeByOwn || relativeByModes;
  }

  /** Filament goes in or, below 0, out. */
  void push(double de) {
    if (!relative) {
      at += de;
    } else {
      watchForAbsolute(de);
    }
    used = true;
    tally.filament(tool, de);
    if (de > 0 && !heat.isHot()) {
      tooCold();
    }
  }

  private void watchForAbsolute(double de) {
    rising = de > lastRelative ? rising + 1 : 0;
    lastRelative = de;
    if (rising == SUSPICIOUS_RISE) {
      findings.add(
          Rule.ABSOLUTE_EXTRUSION_HIDDEN,
          0,
          "Expected relative lengths of filament after M83, found them to rise line by line. "
              + "If the machine's macro switches to M82, time and filament here are wrong. Say M82 in the program: "
              + line.words.text());
    }
  }

  private void tooCold() {
    if (tally.macros > 0 || machine.nozzleCelsius() <= 0) {
      return;
    }
    if (heat.isTooColdToExtrude()) {
      line.add(
          Rule.COLD_EXTRUSION,
          "Expected a hot nozzle before plastic is pushed, found a target of "
              + Math.round(heat.nozzle())
              + " C. The firmware skips such moves. Add M109 S200 or what the plastic needs");
    } else {
      heat.sayNotAwaited(line);
    }
  }

  /** T3; T-1 parks. */
  void select(int wanted, Interpreter lines) {
    if (wanted < 0) {
      return;
    }
    if (wanted >= machine.tools()) {
      line.add(
          Rule.NO_SUCH_TOOL,
          "Expected a tool from T0 to T"
              + (machine.tools() - 1)
              + " on "
              + machine.name()
              + ", found T"
              + wanted
              + ". Slice for this machine");
    }
    if (wanted >= MOST_TOOLS) {
      return;
    }
    if (wanted != tool || tally.tools.isEmpty()) {
      lines.planner.stop();
      tally.toolChanges += wanted == tool ? 0 : 1;
    }
    tool = wanted;
    tally.tools.set(wanted);
  }
}
