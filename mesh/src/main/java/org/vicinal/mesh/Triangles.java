package org.vicinal.mesh;

/** Takes the triangles of a mesh as they pass by. */
@FunctionalInterface
public interface Triangles {
  /** Takes none. */
  Triangles UNSEEN = (a, b, c) -> {};

  /** The points of one, each x, y, z (mm); the arrays are used again for the next. */
  void triangle(double[] a, double[] b, double[] c);
}
