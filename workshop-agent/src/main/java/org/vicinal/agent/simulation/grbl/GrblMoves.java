package org.vicinal.agent.simulation.grbl;

import java.util.List;
import org.vicinal.agent.simulation.board.Waiting;
import org.vicinal.agent.simulation.board.Waiting.On;

/** Everything that moves the tool: straight, along arcs, to stored points, until it touches. */
final class GrblMoves {
  private final GrblController grbl;
  private final GrblMachine machine;

  GrblMoves(GrblController grbl, GrblMachine machine) {
    this.grbl = grbl;
    this.machine = machine;
  }

  /** What a move waits for, or why it is refused. */
  record Planned(Waiting waiting, int error) {}

  /** The move of a line that has axis words. */
  Planned plan(GrblBlock block) {
    GrblModes modes = machine.modes;
    boolean arc = modes.motion == 2 || modes.motion == 3;
    GrblBlock words = arc ? block.copy() : block;
    double[] to = machine.target(words, block.machineSpace, modes.relative);
    List<double[]> points = List.of(to);
    if (arc) {
      GrblGeometry.Way way = GrblGeometry.arc(block, machine, modes.motion == 2, to);
      if (way.error() != 0) {
        return new Planned(Waiting.OVER, way.error());
      }
      points = way.points();
    }
    if (block.leftover()) {
      return new Planned(Waiting.OVER, 36);
    }
    double feed = modes.feed;
    return modes.motion > 100
        ? new Planned(probe(to, feed, modes.motion), 0)
        : new Planned(along(points, feed, modes.motion == 0), 0);
  }

  /** G28 and G30: by way of the axis words, then to the stored point. */
  Waiting toStored(GrblBlock block) {
    double[] end = machine.offsets.storedPosition(block.nonModal).clone();
    double[] by =
        block.hasAxis()
            ? machine.target(block, block.machineSpace, machine.modes.relative)
            : machine.parsed();
    return along(List.of(by, end), 0, true);
  }

  /** {@code $J}: like a move, but beyond the travel it is only refused. */
  Planned jog(double[] to, double feed) {
    if (machine.settings.on(20) && machine.outside(to)) {
      return new Planned(Waiting.OVER, 15);
    }
    Waiting waiting =
        Waiting.forThe(On.ROOM)
            .then(
                now -> {
                  machine.moves.add(to, 0, feed, false, now);
                  machine.arrive(to);
                  grbl.beginJog();
                  return Waiting.OVER;
                });
    return new Planned(waiting, 0);
  }

  private Waiting along(List<double[]> points, double feed, boolean rapid) {
    return next(points, 0, feed, rapid);
  }

  private Waiting next(List<double[]> points, int index, double feed, boolean rapid) {
    if (index == points.size()) {
      return Waiting.atOnce();
    }
    double[] to = points.get(index);
    if (machine.settings.on(20) && machine.outside(to)) {
      grbl.softLimit();
      return Waiting.forThe(On.PERSON);
    }
    if (grbl.checking()) {
      machine.arrive(to);
      return next(points, index + 1, feed, rapid);
    }
    return Waiting.forThe(On.ROOM)
        .then(
            now -> {
              machine.moves.add(to, 0, feed, rapid, now);
              machine.arrive(to);
              return index + 1 == points.size()
                  ? Waiting.OVER
                  : next(points, index + 1, feed, rapid);
            });
  }

  private Waiting probe(double[] to, double feed, int kind) {
    if (grbl.checking()) {
      machine.arrive(to);
      return Waiting.atOnce();
    }
    return Waiting.forThe(On.REST).then(now -> probeFromRest(to, feed, kind, now));
  }

  private Waiting probeFromRest(double[] to, double feed, int kind, long now) {
    boolean away = kind >= 384;
    boolean alarms = kind == 382 || kind == 384;
    double[] from = machine.parsed();
    if (grbl.touches(from[2]) != away) {
      return grbl.probeRefused(alarms);
    }
    boolean changes = grbl.touches(to[2]) == !away;
    double[] end = changes ? contact(from, to) : to;
    machine.moves.add(end, 0, feed, false, now);
    machine.arrive(end);
    return Waiting.forThe(On.REST).then(at -> grbl.probed(end, changes, alarms));
  }

  private double[] contact(double[] from, double[] to) {
    double part = (grbl.probeZ() - from[2]) / (to[2] - from[2]);
    double[] at = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      at[axis] = from[axis] + part * (to[axis] - from[axis]);
    }
    return at;
  }
}
