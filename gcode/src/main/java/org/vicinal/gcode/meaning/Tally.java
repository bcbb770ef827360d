package org.vicinal.gcode.meaning;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.vicinal.gcode.Box;
import org.vicinal.gcode.PathListener;
import org.vicinal.gcode.time.Arc;
import org.vicinal.gcode.time.Planner;

/**
 * Adds up what a program does: boxes, lengths, filament, heat. Positions are machine millimetres.
 */
public final class Tally {
  /** The box of moves of one kind, as min and max of x, y, z. */
  private static final class Range {
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double minZ = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private double maxZ = Double.NEGATIVE_INFINITY;

    void add(double x, double y, double z) {
      minX = x < minX ? x : minX;
      maxX = x > maxX ? x : maxX;
      minY = y < minY ? y : minY;
      maxY = y > maxY ? y : maxY;
      minZ = z < minZ ? z : minZ;
      maxZ = z > maxZ ? z : maxZ;
    }

    /** Everything that extrudes also counts as cutting; said once, in the end. */
    void addTo(Range other) {
      if (minX <= maxX) {
        other.add(minX, minY, minZ);
        other.add(maxX, maxY, maxZ);
      }
    }

    Box box() {
      return minX > maxX ? Box.EMPTY : new Box(minX, minY, minZ, maxX, maxY, maxZ);
    }
  }

  /** Keeps the chords that listeners see within 0.05 mm of the arc. */
  private static final double CHORDS_PER_ROOT = 1.6;

  private static final int MOST_CHORDS = 2000;

  private final Range extruding = new Range();
  private final Range cutting = new Range();
  private final Range all = new Range();
  private final double[] point = new double[3];
  private @Nullable PathListener listener;

  long moves;
  long arcs;
  double cutMm;
  double rapidMm;
  double filamentMm;
  double[] filamentPerTool = new double[1];
  double maxFeed;
  double dwellSeconds;
  double nozzleMax;
  double bedMax;
  double chamberMax;
  double spindleMax;
  int homings;
  int heatings;
  int macros;
  int pauses;
  int toolChanges;
  long layers;
  final BitSet tools = new BitSet();
  private boolean extruded;
  private boolean lastCut;
  double x;
  double y;
  double z;

  /** Somebody wants to see the way. */
  void listen(@Nullable PathListener wanted) {
    listener = wanted;
  }

  /** A line has been read; whoever sees the way also hears when it is come to. */
  void reached(long line, Planner planner) {
    if (listener != null) {
      listener.reached(line, planner.seconds() + dwellSeconds);
    }
  }

  private void show(Arc arc, PathListener to) {
    int chords =
        (int)
            Math.clamp(
                Math.ceil(Math.abs(arc.sweep) * Math.sqrt(arc.radius) * CHORDS_PER_ROOT),
                4,
                MOST_CHORDS);
    double lastX = x;
    double lastY = y;
    double lastZ = z;
    for (int i = 1; i <= chords; i++) {
      arc.point((double) i / chords, point);
      to.line(lastX, lastY, lastZ, point[0], point[1], point[2], true);
      lastX = point[0];
      lastY = point[1];
      lastZ = point[2];
    }
  }

  /** A straight move to here. */
  void line(double toX, double toY, double toZ, double extrusion, boolean cut) {
    moves++;
    double dx = toX - x;
    double dy = toY - y;
    double dz = toZ - z;
    double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    if (length > 0) {
      if (listener != null) {
        listener.line(x, y, z, toX, toY, toZ, cut);
      }
      if (extrusion > 0) {
        if (!extruded) {
          extruding.add(x, y, z);
        }
        extruding.add(toX, toY, toZ);
      }
      extruded = extrusion > 0;
      if (cut) {
        cutMm += length;
        if (!lastCut) {
          all.add(x, y, z);
          cutting.add(x, y, z);
        }
        if (!extruded) {
          cutting.add(toX, toY, toZ);
        }
      } else {
        rapidMm += length;
      }
      lastCut = cut;
      all.add(toX, toY, toZ); // where a rapid comes from was an end before, or is not known
    }
    x = toX;
    y = toY;
    z = toZ;
  }

  /** An arc from here; its box is exact. */
  void arc(Arc arc) {
    moves++;
    arcs++;
    extruded = false;
    lastCut = false;
    cutMm += arc.length();
    if (listener != null) {
      show(arc, listener);
    }
    addArc(arc, arc.from[0], arc.from[1], arc.from[2]);
    addArc(arc, arc.to[0], arc.to[1], arc.to[2]);
    double quarter = Math.PI / 2;
    double low = Math.min(arc.startAngle, arc.startAngle + arc.sweep);
    double high = Math.max(arc.startAngle, arc.startAngle + arc.sweep);
    int first = (int) Math.ceil(low / quarter);
    for (int i = first; i < first + 4 && i * quarter <= high; i++) {
      double part = (i * quarter - arc.startAngle) / arc.sweep;
      arc.point(part, point);
      addArc(arc, point[0], point[1], point[2]);
    }
    x = arc.to[0];
    y = arc.to[1];
    z = arc.to[2];
  }

  private void addArc(Arc arc, double px, double py, double pz) {
    all.add(px, py, pz);
    cutting.add(px, py, pz);
    if (arc.extrusion > 0) {
      extruding.add(px, py, pz);
    }
  }

  /** Filament in or out; retractions are negative. */
  void filament(int tool, double mm) {
    filamentMm += mm;
    if (tool >= filamentPerTool.length) {
      filamentPerTool = Arrays.copyOf(filamentPerTool, tool + 1);
    }
    filamentPerTool[tool] += mm;
  }

  Box extrudingBox() {
    return extruding.box();
  }

  Box cuttingBox() {
    extruding.addTo(cutting);
    return cutting.box();
  }

  Box allBox() {
    return all.box();
  }
}
