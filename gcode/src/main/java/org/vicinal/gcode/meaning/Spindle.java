package org.vicinal.gcode.meaning;

import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.time.Planner;

/** S, T and M3 to M6 of a mill: what turns, how fast, and with which tool. */
final class Spindle {
  private static final int CHANGE = 6;
  private static final int SET_NUMBER = 61;

  private final MachineLimits machine;
  private final Planner planner;
  private final Tally tally;
  private final Findings findings;
  private final LineReport report;
  private final MillBlock block;
  private final MillModes modes;
  private final ToolTable tools;
  private boolean cutWithoutTurning;

  Spindle(
      MillInterpreter lines, MillBlock block, MillModes modes, ToolTable tools, LineReport report) {
    machine = lines.machine;
    planner = lines.planner;
    tally = lines.tally;
    findings = lines.findings;
    this.block = block;
    this.modes = modes;
    this.tools = tools;
    this.report = report;
  }

  /** S, T, M6, M61 and M3 to M5 of a line, in this order. */
  void execute() {
    if (block.has('S')) {
      speed();
    }
    if (block.has('T')) {
      tools.chosen = (int) Math.clamp(block.value('T'), 0, 100_000);
      tally.tools.set(tools.chosen);
    }
    tool();
    direction();
  }

  private void speed() {
    double wanted = block.value('S');
    if (modes.spindleOn && wanted != modes.spindle && !planner.limits().laser) {
      planner.stop();
    }
    modes.spindle = wanted;
    if (wanted > machine.spindleRpm() && findings.wants(Rule.SPINDLE_ABOVE_LIMIT)) {
      findings.add(
          Rule.SPINDLE_ABOVE_LIMIT,
          0,
          "Expected at most %.0f rpm on %s, found S%.0f: it will turn slower. Lower S or the feed: %s"
              .formatted(machine.spindleRpm(), machine.name(), wanted, report.text()));
    }
    tally.spindleMax = Math.max(tally.spindleMax, wanted);
  }

  private void tool() {
    int code = block.code(MillBlock.TOOL_CHANGE);
    if (code == SET_NUMBER) {
      tools.loaded = (int) Math.clamp(block.value('Q', tools.loaded), 0, 100_000);
      tally.tools.set(tools.loaded);
    } else if (code == CHANGE) {
      planner.stop();
      tools.loaded = tools.chosen;
      tally.toolChanges++;
      modes.spindleOn = false;
      if (findings.wants(Rule.WAITS_FOR_PERSON)) {
        findings.add(
            Rule.WAITS_FOR_PERSON,
            0,
            "The tool is changed here; that time is not counted. Be there: " + report.text());
      }
    }
  }

  private void direction() {
    int code = block.code(MillBlock.SPINDLE);
    if (code != MillBlock.NONE) {
      boolean on = code == 3 || code == 4;
      if (on != modes.spindleOn || !planner.limits().laser) {
        planner.stop();
      }
      modes.spindleOn = on;
    }
    if (modes.spindleOn && machine.spindleRpm() <= 0 && findings.wants(Rule.NO_SPINDLE)) {
      findings.add(
          Rule.NO_SPINDLE,
          0,
          "Expected no M3 or M4, since "
              + machine.name()
              + " has no spindle that it can switch. Remove it: "
              + report.text());
    }
  }

  /** The tool is in the material now. */
  void cuts() {
    if (!modes.spindleOn && !cutWithoutTurning && machine.spindleRpm() > 0) {
      cutWithoutTurning = true;
      findings.add(
          Rule.SPINDLE_OFF,
          0,
          "Expected the spindle on (M3 S...) before the first cut, found it off. Start it by hand or add M3: "
              + report.text());
    }
  }
}
