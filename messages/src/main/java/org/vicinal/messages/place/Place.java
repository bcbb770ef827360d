package org.vicinal.messages.place;

/**
 * A coarse point on the earth, in decimal degrees (WGS 84).
 *
 * <p>Coarse, because it may stand in a log for ever: the edge moves what people type to the middle
 * of its cell first.
 */
public record Place(double latitude, double longitude) {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8; // mean radius, IUGG

  public Place {
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException(
          "Expected a latitude from -90 to 90, but found " + latitude + ".");
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException(
          "Expected a longitude from -180 to 180, but found " + longitude + ".");
    }
  }

  /**
   * The great-circle distance to {@code other} in metres (haversine: also right across the date
   * line and at the poles).
   */
  public double metresTo(Place other) {
    return metresOf(chord2To(other));
  }

  /** The squared straight line to {@code other}, through a globe of radius 1: quick to compare. */
  public double chord2To(Place other) {
    double lat1 = Math.toRadians(latitude);
    double lat2 = Math.toRadians(other.latitude);
    double halfLat = Math.sin((lat2 - lat1) / 2);
    double halfLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    return 4 * (halfLat * halfLat + Math.cos(lat1) * Math.cos(lat2) * halfLon * halfLon);
  }

  /** How far it is along the ground (m) to where the {@link #chord2To squared chord} is so long. */
  public static double metresOf(double chord2) {
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord2 / 4)));
  }
}
