package org.vicinal.agent.simulation.marlin;

import java.util.Locale;
import org.vicinal.agent.simulation.board.Heater;
import org.vicinal.agent.simulation.board.MotionBuffer;
import org.vicinal.agent.simulation.board.ThermalGuard;
import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.gcode.time.Limits;
import org.vicinal.gcode.time.MarlinJerkPlanner;

/** The printer that Marlin drives: how warm it is, how its moves are planned, where its head is. */
final class Printer {
  private static final double RESIDENCY = 10; // seconds within a degree before M109 is done

  final Heater hotend;
  final Heater bed;
  final Limits limits = new Limits();
  final MotionBuffer moves;
  final Head head;
  private final MarlinSwitches switches;
  private final ThermalGuard hotendGuard;
  private final ThermalGuard bedGuard;
  private double hotendThere;
  private double bedThere;

  /**
   * @param box its travel along X, Y and Z in millimetres
   * @param speed seconds of the printer in one of the clock
   */
  Printer(MarlinSwitches switches, double[] box, double speed) {
    this.switches = switches;
    this.hotend = new Heater(Heater.Build.hotend(switches.maxHotend() + 15.0));
    this.bed = new Heater(Heater.Build.bed(switches.maxBed() + 15.0));
    this.hotendGuard = ThermalGuard.ofHotend(hotend);
    this.bedGuard = ThermalGuard.ofBed(bed);
    limitsAsBuilt();
    this.moves =
        new MotionBuffer(new MarlinJerkPlanner(limits, false), switches.blocks(), speed, 0.1);
    this.head = new Head(box, moves);
  }

  private void limitsAsBuilt() {
    double[][] axes = {
      {300, 1500, 8, 80}, {300, 1500, 8, 80}, {12, 100, 0.4, 400}, {60, 5000, 5, 95}
    };
    for (int axis = 0; axis < 4; axis++) {
      limits.speed[axis] = axes[axis][0];
      limits.acceleration[axis] = axes[axis][1];
      limits.jerk[axis] = axes[axis][2];
      limits.stepsPerMm[axis] = axes[axis][3];
    }
    limits.printAcceleration = 1250;
    limits.travelAcceleration = 1500;
    limits.retractAcceleration = 1250;
    limits.window = 1000; // blocks are taken one by one, so it never fills
  }

  /** Lets this many seconds of its own pass; what is wrong, empty for nothing. */
  String pass(double seconds) {
    hotend.pass(seconds);
    bed.pass(seconds);
    mishaps();
    hotendThere = hotend.there() ? hotendThere + seconds : 0;
    bedThere = bed.there() ? bedThere + seconds : 0;
    if (!switches.thermalProtection()) {
      return "";
    }
    String wrong = hotendGuard.look(seconds);
    String found = wrong.isEmpty() ? bedGuard.look(seconds) : wrong;
    return found.isEmpty() ? "" : found + (wrong.isEmpty() ? " bed" : " 0");
  }

  private void mishaps() {
    if (switches.heaterDiesAt() > 0 && hotend.celsius() >= switches.heaterDiesAt()) {
      hotend.die();
    }
    if (switches.sensorOpensAt() > 0 && hotend.celsius() >= switches.sensorOpensAt()) {
      hotend.loseSensor();
    }
  }

  /** Whether its temperatures must be watched. */
  boolean hot() {
    return hotendGuard.alert() || bedGuard.alert();
  }

  /** Whether what M109 or M190 waits for has come and stayed. */
  boolean soaked(Waiting.On which) {
    return (which == Waiting.On.BED ? bedThere : hotendThere) >= RESIDENCY;
  }

  /** The seconds of the countdown, or a question mark before it. */
  String residency(Waiting.On which) {
    double there = which == Waiting.On.BED ? bedThere : hotendThere;
    return there <= 0 ? "?" : Long.toString(Math.max(0, Math.round(RESIDENCY - there)));
  }

  void aimHotend(double celsius) {
    hotend.aimAt(celsius);
    hotendThere = 0;
  }

  void aimBed(double celsius) {
    bed.aimAt(celsius);
    bedThere = 0;
  }

  void heatersOff() {
    aimHotend(0);
    aimBed(0);
  }

  /** As after a reset: modes as built, heaters off; what is warm stays warm. */
  void restart(long now) {
    heatersOff();
    limitsAsBuilt();
    moves.clear(now);
    head.restart();
  }

  String temperatures() {
    return String.format(
        Locale.ROOT,
        "T:%.2f /%.2f B:%.2f /%.2f @:%d B@:%d",
        hotend.celsius(),
        hotend.target(),
        bed.celsius(),
        bed.target(),
        hotend.power(),
        bed.power());
  }

  String position() {
    return head.shown();
  }
}
