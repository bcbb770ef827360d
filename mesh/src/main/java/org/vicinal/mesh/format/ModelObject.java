package org.vicinal.mesh.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One object of a 3MF: a mesh of its own, or components that place others. */
final class ModelObject {
  /** Another object in a place. */
  record Component(String key, Transform transform) {}

  final String name;

  /** Whether it becomes a part; support and surfaces do not. */
  final boolean solid;

  final List<Component> components = new ArrayList<>();
  private double[] vertices = new double[0];
  private int[] triangles = new int[0];
  private int vertexCount;
  private int triangleCount;

  ModelObject(String name, boolean solid) {
    this.name = name;
    this.solid = solid;
  }

  void vertex(double x, double y, double z) {
    if (3 * vertexCount + 3 > vertices.length) {
      vertices = Arrays.copyOf(vertices, Math.max(3 * 64, 2 * vertices.length));
    }
    vertices[3 * vertexCount] = x;
    vertices[3 * vertexCount + 1] = y;
    vertices[3 * vertexCount + 2] = z;
    vertexCount++;
  }

  void triangle(int a, int b, int c) {
    if (3 * triangleCount + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, Math.max(3 * 64, 2 * triangles.length));
    }
    triangles[3 * triangleCount] = a;
    triangles[3 * triangleCount + 1] = b;
    triangles[3 * triangleCount + 2] = c;
    triangleCount++;
  }

  int vertexCount() {
    return vertexCount;
  }

  int triangleCount() {
    return triangleCount;
  }

  /** The vertex (its place in {@link #vertices}) at corner {@code i} of the triangle {@code t}. */
  int corner(int t, int i) {
    return 3 * triangles[3 * t + i];
  }

  double[] vertices() {
    return vertices;
  }
}
