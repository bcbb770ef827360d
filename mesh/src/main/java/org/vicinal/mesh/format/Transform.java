package org.vicinal.mesh.format;

import org.jspecify.annotations.Nullable;
import org.vicinal.mesh.MeshRefusal;

/**
 * An affine transform of 3MF: twelve numbers, m00 m01 m02 m10 ... m32, that a row vector (x y z 1)
 * is multiplied by from the left.
 */
final class Transform {
  static final Transform NONE = new Transform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0});

  private final double[] m;

  private Transform(double[] m) {
    this.m = m;
  }

  /** A scaling about the origin. */
  static Transform scale(double by) {
    return new Transform(new double[] {by, 0, 0, 0, by, 0, 0, 0, by, 0, 0, 0});
  }

  /** Reads the attribute; absent means none. */
  static Transform read(@Nullable String text) throws MeshRefusal {
    if (text == null) {
      return NONE;
    }
    var words = text.strip().split("\\s+", -1);
    if (words.length != 12) {
      throw new MeshRefusal("Expected a transform of 12 numbers, but found \"%s\".", text);
    }
    double[] m = new double[12];
    for (int i = 0; i < 12; i++) {
      try {
        m[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw new MeshRefusal("Expected a transform of 12 numbers, but found \"%s\".", text);
      }
    }
    return new Transform(m);
  }

  /** First this, then {@code next}. */
  Transform then(Transform next) {
    double[] n = next.m;
    double[] out = new double[12];
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 3; column++) {
        out[3 * row + column] =
            m[3 * row] * n[column]
                + m[3 * row + 1] * n[3 + column]
                + m[3 * row + 2] * n[6 + column]
                + (row == 3 ? n[9 + column] : 0);
      }
    }
    return new Transform(out);
  }

  /** Where the vertex at {@code from} goes; written to {@code to}. */
  void apply(double[] vertices, int from, double[] to) {
    double x = vertices[from];
    double y = vertices[from + 1];
    double z = vertices[from + 2];
    for (int column = 0; column < 3; column++) {
      to[column] = x * m[column] + y * m[3 + column] + z * m[6 + column] + m[9 + column];
    }
  }

  /** Whether it turns the mesh inside out. */
  boolean mirrors() {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
            - m[1] * (m[3] * m[8] - m[5] * m[6])
            + m[2] * (m[3] * m[7] - m[4] * m[6])
        < 0;
  }
}
