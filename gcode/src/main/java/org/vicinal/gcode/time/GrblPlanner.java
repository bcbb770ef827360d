package org.vicinal.gcode.time;

/**
 * GRBL 1.1 and grblHAL: whole steps, junction deviation limited by the axes' accelerations, and
 * arcs cut by a tolerance with the firmware's own single-precision rotation (with exact sines
 * coarse arcs come out 1.2 % wrong).
 */
public final class GrblPlanner extends WindowPlanner {
  private static final double MINIMUM_FEED = 1 / 60.0;
  private final double[] exact = new double[3];
  private final double[] at = new double[3];
  private final long[] steps = new long[3];
  private final AvrTimer timer;
  private double previousSpeed;
  private double previousX;
  private double previousY;
  private double previousZ;
  private double stopSeconds;

  public GrblPlanner(Limits limits) {
    this(limits, new AvrTimer());
  }

  private GrblPlanner(Limits limits, AvrTimer timer) {
    super(limits, limits.avrTimer ? timer : Ramps.NO_LOSSES);
    this.timer = timer;
  }

  @Override
  public void jumpTo(double toX, double toY, double toZ) {
    super.jumpTo(toX, toY, toZ);
    exact[0] = toX;
    exact[1] = toY;
    exact[2] = toZ;
    for (int axis = 0; axis < 3; axis++) {
      steps[axis] = Math.round(exact[axis] * stepsPerMm(axis));
    }
  }

  private double stepsPerMm(int axis) {
    double given = limits().stepsPerMm[axis];
    return given > 0 ? given : 250;
  }

  private double stepped(int axis, double difference) {
    exact[axis] += difference;
    double perMm = stepsPerMm(axis);
    long wanted = Math.round(exact[axis] * perMm);
    double moved = (wanted - steps[axis]) / perMm;
    steps[axis] = wanted;
    return moved;
  }

  @Override
  protected boolean plan(double dx, double dy, double dz, double turn, double feed, boolean rapid) {
    double mx = stepped(0, dx);
    double my = stepped(1, dy);
    double mz = stepped(2, dz);
    double squared = mx * mx + my * my + mz * mz;
    if (squared == 0) {
      if (turn != 0) {
        turnOnly(Math.abs(turn), feed, rapid);
      }
      return true;
    }
    double d = Math.sqrt(squared);
    double ux = mx / d;
    double uy = my / d;
    double uz = mz / d;
    double fastest = along(ux, uy, uz, limits().speed);
    double a = along(ux, uy, uz, limits().acceleration);
    double v = rapid ? fastest : Math.max(Math.min(feed, fastest), MINIMUM_FEED);
    double squaredEntry = 0;
    if (previousSpeed > 0) {
      double slower = Math.min(v, previousSpeed);
      squaredEntry = Math.min(slower * slower, junction(ux, uy, uz));
    }
    double fewer = Math.max(Math.abs(mx * stepsPerMm(0)), Math.abs(my * stepsPerMm(1)));
    timer.willStep(blocks(), Math.max(fewer, Math.abs(mz * stepsPerMm(2))));
    add(d, a, v, squaredEntry, 0);
    previousSpeed = v;
    previousX = ux;
    previousY = uy;
    previousZ = uz;
    return true;
  }

  /** A turning axis alone; GRBL has none, so its ramps are not known and left out. */
  private void turnOnly(double degrees, double feed, boolean rapid) {
    double v = rapid || feed <= 0 ? Math.max(1, limits().speed[0]) : feed;
    timer.willStep(blocks(), 0);
    add(degrees, 1e9, v, 0, 0);
    previousSpeed = 0;
  }

  private double junction(double ux, double uy, double uz) {
    double cosine = -(previousX * ux + previousY * uy + previousZ * uz);
    if (cosine > 0.999999) {
      return 0;
    }
    if (cosine < -0.999999) {
      return 1e18;
    }
    double wx = ux - previousX;
    double wy = uy - previousY;
    double wz = uz - previousZ;
    double norm = Math.sqrt(wx * wx + wy * wy + wz * wz);
    double a = along(wx / norm, wy / norm, wz / norm, limits().acceleration);
    double sine = Math.sqrt((1 - cosine) / 2);
    return a * limits().junctionDeviation * sine / (1 - sine);
  }

  /** The greatest length of a vector in this direction whose shares keep the limits of the axes. */
  private static double along(double ux, double uy, double uz, double[] limit) {
    double most = Double.MAX_VALUE;
    most = ux != 0 ? Math.min(most, limit[0] / Math.abs(ux)) : most;
    most = uy != 0 ? Math.min(most, limit[1] / Math.abs(uy)) : most;
    return uz != 0 ? Math.min(most, limit[2] / Math.abs(uz)) : most;
  }

  @Override
  public void stop() {
    drain();
    previousSpeed = 0;
  }

  @Override
  protected void halted(double d, double a, double v, double entrySquared) {
    stopSeconds += limits().stopSeconds;
    if (limits().avrTimer) {
      stopSeconds += timer.restSeconds(blocks() - 1, d, a, v, entrySquared);
    }
  }

  @Override
  public double stopSeconds() {
    return stopSeconds;
  }

  @Override
  public void arc(Arc arc, double feed) {
    int chords = spare(chords(arc, feed));
    float turn = (float) arc.sweep / Math.max(1, chords);
    float cosine = 1 - turn * turn / 2;
    float sine = turn - turn * turn * turn / 6;
    float startA = (float) (arc.from[arc.axis0] - arc.center0);
    float startB = (float) (arc.from[arc.axis1] - arc.center1);
    float a = startA;
    float b = startB;
    float climb = (float) ((arc.to[arc.axis2] - arc.from[arc.axis2]) / Math.max(1, chords));
    System.arraycopy(arc.from, 0, at, 0, 3);
    double piece = arc.extrusion / Math.max(1, chords);
    int sinceExact = 0;
    for (int i = 1; i < chords; i++) {
      if (sinceExact < 12) {
        float turned = a * sine + b * cosine;
        a = a * cosine - b * sine;
        b = turned;
        sinceExact++;
      } else {
        float c = (float) Math.cos(i * turn);
        float s = (float) Math.sin(i * turn);
        a = startA * c - startB * s;
        b = startA * s + startB * c;
        sinceExact = 0;
      }
      at[arc.axis0] = (float) arc.center0 + a;
      at[arc.axis1] = (float) arc.center1 + b;
      at[arc.axis2] += climb;
      line(at[0], at[1], at[2], piece, feed, false);
    }
    line(arc.to[0], arc.to[1], arc.to[2], piece, feed, false);
  }

  @Override
  protected int chords(Arc arc, double feed) {
    double tolerance = Math.max(1e-4, limits().arcTolerance);
    double chord = Math.sqrt(tolerance * (2 * arc.radius - tolerance));
    if (!(chord > 0)) {
      return 1;
    }
    return (int) Math.min(1_000_000, Math.floor(Math.abs(0.5 * arc.sweep * arc.radius) / chord));
  }
}
