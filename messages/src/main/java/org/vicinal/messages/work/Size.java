package org.vicinal.messages.work;

/** The sides of a box along a machine's axes, in millimetres. */
public record Size(double x, double y, double z) {
  /** Nobody has said how large it is. */
  public static final Size UNSTATED = new Size(0, 0, 0);

  public Size {
    if (!(x >= 0 && y >= 0 && z >= 0 && Double.isFinite(x + y + z))) {
      throw new IllegalArgumentException(
          "Expected sides from 0 mm, but found " + x + " x " + y + " x " + z + ".");
    }
  }

  /** Whether anybody has said how large it is. */
  public boolean stated() {
    return x > 0 || y > 0 || z > 0;
  }

  /** The longest of the three (mm). */
  public double longest() {
    return Math.max(x, Math.max(y, z));
  }

  @Override
  public String toString() {
    return "%.0f x %.0f x %.0f mm".formatted(x, y, z);
  }
}
