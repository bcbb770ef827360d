package org.vicinal.gcode.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.TimeModel;
import org.vicinal.gcode.text.WordReader;
import org.vicinal.gcode.time.Limits;

/** Puts together what one reading found out. */
public final class Report {
  private static final double PLA_GRAMS_PER_CM3 = 1.24;
  private static final double USUAL_DIAMETER = 1.75;

  private Report() {}

  public static Inspection of(
      Interpreter done,
      WordReader words,
      Dialect read,
      String reason,
      MachineLimits machine,
      TimeModel model) {
    Tally tally = done.tally();
    Statements said = done.statements();
    checkDialect(done.findings(), read, machine);
    var perTool = new ArrayList<Double>();
    Arrays.stream(tally.filamentPerTool).forEach(perTool::add);
    return new Inspection(
        read,
        reason,
        words.lineOffset() + words.length(),
        words.lineNumber(),
        tally.moves,
        tally.arcs,
        new Inspection.Seconds(
            done.planner().seconds(),
            tally.dwellSeconds,
            done.planner().stopSeconds(),
            new Inspection.Unknown(tally.homings, tally.heatings, tally.macros, tally.pauses)),
        new Inspection.Filament(tally.filamentMm, perTool, grams(tally, said)),
        new Inspection.Boxes(tally.extrudingBox(), tally.cuttingBox(), tally.allBox()),
        tally.cutMm,
        tally.rapidMm,
        List.of(tally.x, tally.y, tally.z),
        tally.maxFeed,
        new Inspection.Temperatures(tally.nozzleMax, tally.bedMax, tally.chamberMax),
        tally.spindleMax,
        tally.tools.stream().boxed().toList(),
        tally.toolChanges,
        said.layerChanges,
        Arrays.stream(done.planner().layerSeconds()).boxed().toList(),
        new Inspection.Stated(
            said.slicer, said.version, said.seconds, said.filamentMm, said.filamentGrams),
        model,
        used(machine, done.planner().limits()),
        done.findings().list());
  }

  private static void checkDialect(Findings findings, Dialect guessed, MachineLimits machine) {
    if (guessed.printer() != machine.dialect().printer()) {
      findings.addForAll(
          Rule.WRONG_DIALECT,
          "Expected a program for "
              + machine.dialect()
              + " ("
              + machine.name()
              + "), found one for "
              + guessed
              + ". Choose another machine or make the program anew.");
    }
  }

  /** The machine with the limits that the planner used last. */
  private static MachineLimits used(MachineLimits machine, Limits last) {
    var axes = new ArrayList<MachineLimits.Axis>();
    for (int i = 0; i < 4; i++) {
      MachineLimits.Axis axis = machine.axes().get(i);
      axes.add(
          new MachineLimits.Axis(
              axis.min(),
              axis.max(),
              last.speed[i],
              last.acceleration[i],
              last.jerk[i],
              axis.stepsPerMm()));
    }
    String source =
        last.changedByProgram
            ? "the program (M201 to M205), before that " + machine.source()
            : machine.source();
    return new MachineLimits(
        machine.name(),
        source,
        machine.dialect(),
        machine.timeModel(),
        axes,
        last.printAcceleration,
        last.retractAcceleration,
        last.travelAcceleration,
        last.junctionDeviation,
        last.arcTolerance,
        last.squareCornerVelocity,
        last.minCruiseRatio,
        last.window,
        last.stopSeconds,
        machine.nozzleCelsius(),
        machine.bedCelsius(),
        machine.chamberCelsius(),
        machine.spindleRpm(),
        machine.laser(),
        machine.tools());
  }

  private static double grams(Tally tally, Statements said) {
    double diameter = Double.isNaN(said.diameter) ? USUAL_DIAMETER : said.diameter;
    double density = said.density > 0 ? said.density : PLA_GRAMS_PER_CM3;
    return Math.max(0, tally.filamentMm) * Math.PI * diameter * diameter / 4 / 1000 * density;
  }
}
