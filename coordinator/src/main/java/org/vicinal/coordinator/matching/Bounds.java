package org.vicinal.coordinator.matching;

/** A box around points on the unit sphere, rounded outwards. */
record Bounds(float minX, float minY, float minZ, float maxX, float maxY, float maxZ) {
  /** Around nothing; nothing is near it. */
  static final Bounds NOWHERE = new Bounds(9, 9, 9, -9, -9, -9);

  static Bounds of(Globe point) {
    return new Bounds(
        down(point.x()),
        down(point.y()),
        down(point.z()),
        up(point.x()),
        up(point.y()),
        up(point.z()));
  }

  Bounds or(Bounds other) {
    return new Bounds(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.min(minZ, other.minZ),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY),
        Math.max(maxZ, other.maxZ));
  }

  /** The squared chord from {@code point} to the nearest corner, side or inside of the box. */
  double chord2To(Globe point) {
    double x = beyond(point.x(), minX, maxX);
    double y = beyond(point.y(), minY, maxY);
    double z = beyond(point.z(), minZ, maxZ);
    return x * x + y * y + z * z;
  }

  private static double beyond(double value, float min, float max) {
    return value < min ? min - value : value > max ? value - max : 0;
  }

  private static float down(double value) {
    return Math.nextDown((float) value);
  }

  private static float up(double value) {
    return Math.nextUp((float) value);
  }
}
