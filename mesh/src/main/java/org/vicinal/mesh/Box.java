package org.vicinal.mesh;

/** The smallest box around a mesh along its own axes (mm). */
public record Box(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {
  /** The side along x (mm). */
  public double sizeX() {
    return maxX - minX;
  }

  /** The side along y (mm). */
  public double sizeY() {
    return maxY - minY;
  }

  /** The side along z (mm). */
  public double sizeZ() {
    return maxZ - minZ;
  }

  /** The longest of the three (mm). */
  public double longest() {
    return Math.max(sizeX(), Math.max(sizeY(), sizeZ()));
  }
}
