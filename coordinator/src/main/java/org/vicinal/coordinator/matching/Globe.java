package org.vicinal.coordinator.matching;

import org.vicinal.messages.place.Place;

/**
 * A place as a point on the unit sphere. Squared chords grow with great-circle distances,
 * everywhere alike: at the poles, across the date line.
 */
record Globe(double x, double y, double z) {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8; // as Place has it

  /** What rounding may add to a squared chord or take from it; half a metre near by. */
  private static final double SLACK = 1e-14;

  static Globe of(Place place) {
    double latitude = Math.toRadians(place.latitude());
    double longitude = Math.toRadians(place.longitude());
    double level = Math.cos(latitude);
    return new Globe(level * Math.cos(longitude), level * Math.sin(longitude), Math.sin(latitude));
  }

  /** A squared chord that nothing up to {@code metres} away exceeds. */
  static double chord2(double metres) {
    double half = metres / (2 * EARTH_RADIUS_METRES);
    double sine = half >= Math.PI / 2 ? 1 : Math.sin(half);
    return 4 * sine * sine + SLACK;
  }
}
