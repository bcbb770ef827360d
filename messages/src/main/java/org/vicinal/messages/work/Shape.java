package org.vicinal.messages.work;

/**
 * What is known of a part's form beside its box. A number that is 0 is not known, and asks for
 * nothing.
 *
 * @param turning how it may be turned on the machine
 * @param smallestFeatureMm the thinnest wall, rib, pin or slot
 * @param smallestInnerRadiusMm of an edge that a turning cutter must reach
 * @param volumeMm3 of the solid, and {@code areaMm2} of its skin: what estimates are made from
 */
public record Shape(
    Turning turning,
    double smallestFeatureMm,
    double smallestInnerRadiusMm,
    double volumeMm3,
    double areaMm2) {
  /** Nothing is known, and any face may lie below. */
  public static final Shape FREE = new Shape(Turning.ANY_FACE, 0, 0, 0, 0);

  public Shape {
    Figure.fromZero("smallest feature (mm)", smallestFeatureMm);
    Figure.fromZero("smallest inner radius (mm)", smallestInnerRadiusMm);
    Figure.fromZero("volume (mm³)", volumeMm3);
    Figure.fromZero("area (mm²)", areaMm2);
  }

  /** The same shape, turned otherwise. */
  public Shape turned(Turning other) {
    return new Shape(other, smallestFeatureMm, smallestInnerRadiusMm, volumeMm3, areaMm2);
  }
}
