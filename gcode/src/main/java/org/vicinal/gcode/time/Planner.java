package org.vicinal.gcode.time;

/**
 * Spends time on moves as one kind of firmware does. Positions are machine millimetres, feeds
 * millimetres per second. One planner, one program, one thread.
 */
public abstract class Planner {
  private static final long MOST_CHORDS = 20_000_000;

  protected final Limits limits;
  final Layers layers = new Layers();

  /** Radius of the arc on which the present chord lies, from its second one on; else 0. */
  double bend;

  private double x;
  private double y;
  private double z;
  private double unspent;
  private long chordsLeft = MOST_CHORDS;
  private final double[] point = new double[3];

  protected Planner(Limits limits) {
    this.limits = limits;
  }

  /** What it may ask of the machine; changes hold for the moves that come after. */
  public final Limits limits() {
    return limits;
  }

  /**
   * A straight move; {@code extrusion} is the way of the extruder, or of a turning axis in degrees.
   */
  public final void line(
      double toX, double toY, double toZ, double extrusion, double feed, boolean rapid) {
    if (plan(toX - x, toY - y, toZ - z, extrusion + unspent, feed, rapid)) {
      x = toX;
      y = toY;
      z = toZ;
      unspent = 0;
    } else {
      unspent += extrusion;
    }
  }

  /** An arc, cut into chords as the firmware does. */
  public void arc(Arc arc, double feed) {
    int chords = spare(chords(arc, feed));
    double piece = arc.extrusion / chords;
    for (int i = 1; i < chords; i++) {
      arc.point((double) i / chords, point);
      line(point[0], point[1], point[2], piece, feed, false);
      bend = arc.radius;
    }
    line(arc.to[0], arc.to[1], arc.to[2], piece, feed, false);
    bend = 0;
  }

  /** Sets where the machine is without moving it. */
  public void jumpTo(double toX, double toY, double toZ) {
    x = toX;
    y = toY;
    z = toZ;
  }

  /** The machine looks for its end stops and then stands here; how long that takes nobody knows. */
  public void home(double toX, double toY, double toZ, double feed) {
    stop();
    jumpTo(toX, toY, toZ);
  }

  /** The program is over. */
  public void finish() {
    stop();
  }

  /** The program waits until all is done: the machine stands still. */
  public abstract void stop();

  /** What follows belongs to the next layer. */
  public final void beginLayer() {
    layers.announce(blocks());
  }

  /** Seconds of motion of each layer; complete after {@link #finish()}. */
  public final double[] layerSeconds() {
    return layers.seconds(seconds());
  }

  /** How many blocks have been planned so far. */
  abstract long blocks();

  /** Seconds of motion so far; complete after {@link #finish()}. */
  public abstract double seconds();

  /** Seconds that the firmware lost at full stops so far, beyond its ramps. */
  public double stopSeconds() {
    return 0;
  }

  /**
   * Plans a move by its differences; false if it is too short for the firmware, which adds it to
   * the next one.
   */
  protected abstract boolean plan(
      double dx, double dy, double dz, double de, double feed, boolean rapid);

  /**
   * No program makes us draw more than so many chords in all; the arcs that come later become
   * coarse.
   */
  protected final int spare(int chords) {
    int given = Math.clamp(chordsLeft, 1, Math.max(1, chords));
    chordsLeft -= given;
    return given;
  }

  /** How many chords an arc becomes; at least 1. */
  protected abstract int chords(Arc arc, double feed);
}
