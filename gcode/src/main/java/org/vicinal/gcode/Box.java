package org.vicinal.gcode;

/** The smallest upright box around a path, in millimetres. The box of nothing is {@link #EMPTY}. */
public record Box(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {

  /** The box of a path without any point. */
  public static final Box EMPTY =
      new Box(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return Double.isNaN(minX);
  }

  /** Width, depth or height; axis 0 is x. */
  public double size(int axis) {
    return switch (axis) {
      case 0 -> maxX - minX;
      case 1 -> maxY - minY;
      case 2 -> maxZ - minZ;
      default ->
          throw new IllegalArgumentException("Expected an axis from 0 to 2, found " + axis + ".");
    };
  }
}
