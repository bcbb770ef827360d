package org.vicinal.demo.cam;

/** A point on the stock, in millimetres from its corner at the front left. */
record Point(double x, double y) {
  /** The point {@code length} away at {@code degrees}, counted anticlockwise from the x axis. */
  Point polar(double length, double degrees) {
    double angle = Math.toRadians(degrees);
    return new Point(x + length * Math.cos(angle), y + length * Math.sin(angle));
  }

  /** The point {@code fraction} of the way to {@code other}. */
  Point towards(Point other, double fraction) {
    return new Point(x + (other.x - x) * fraction, y + (other.y - y) * fraction);
  }

  double to(Point other) {
    return Math.hypot(other.x - x, other.y - y);
  }
}
