package org.vicinal.demo.cam;

/**
 * A regular hexagon with round corners.
 *
 * @param flats from flat to flat, in mm
 * @param radius of the corners, in mm; 0 for sharp ones
 * @param turn of the first corner from the x axis, in degrees
 */
record Hexagon(Point middle, double flats, double radius, double turn) {
  private static final double COS_30 = Math.cos(Math.toRadians(30));

  /** The same hexagon, larger by {@code distance} on every side: the way of a cutter around it. */
  Hexagon grown(double distance) {
    return new Hexagon(middle, flats + 2 * distance, radius + distance, turn);
  }

  /**
   * The middle of the circle of corner {@code i}, from 0 to 5; the corner itself when it is sharp.
   */
  Point corner(int i) {
    return middle.polar((flats / 2 - radius) / COS_30, turn + 60.0 * i);
  }

  /** Where the flat before corner {@code i} ends, going clockwise. */
  Point into(int i) {
    return corner(i).polar(radius, turn + 60.0 * i + 30);
  }

  /** Where the flat after corner {@code i} begins, going clockwise. */
  Point outOf(int i) {
    return corner(i).polar(radius, turn + 60.0 * i - 30);
  }
}
