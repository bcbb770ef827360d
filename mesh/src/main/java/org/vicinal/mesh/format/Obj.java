package org.vicinal.mesh.format;

import java.io.IOException;
import java.util.Arrays;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.MeshRefusal;

/**
 * Wavefront OBJ: {@code v x y z} and {@code f a/t/n ...}. Faces with more corners are cut into
 * triangles from their first; negative numbers count back from the last vertex.
 */
final class Obj {
  private final Words words;
  private final Limits limits;
  private final Measuring measuring;
  private double[] vertices = new double[3 * 1024];
  private int count;

  private Obj(Words words, Limits limits, Measuring measuring) {
    this.words = words;
    this.limits = limits;
    this.measuring = measuring;
  }

  static void read(Bytes bytes, Limits limits, Measuring measuring)
      throws IOException, MeshRefusal {
    try (var in = bytes.open()) {
      new Obj(new Words(in), limits, measuring).read();
    }
  }

  private void read() throws IOException, MeshRefusal {
    for (var word = words.next(); !word.isEmpty(); word = words.next()) {
      switch (word) {
        case "v" -> vertex();
        case "f", "fo" -> face();
        default -> words.endLine(); // texture, normals, groups, names, comments
      }
    }
  }

  private void vertex() throws IOException, MeshRefusal {
    if (count >= limits.keptVertices()) {
      throw new MeshRefusal(
          "Expected at most %d vertices, but found more. Simplify the mesh.",
          limits.keptVertices());
    }
    if (3 * count + 3 > vertices.length) {
      vertices = Arrays.copyOf(vertices, 2 * vertices.length);
    }
    for (int axis = 0; axis < 3; axis++) {
      vertices[3 * count + axis] = words.number("a coordinate");
    }
    count++;
    words.endLine(); // a weight, or a colour
  }

  private void face() throws IOException, MeshRefusal {
    double[] first = new double[0];
    double[] last = new double[0];
    int corners = 0;
    for (var word = words.nextOnLine(); !word.isEmpty(); word = words.nextOnLine()) {
      var corner = corner(word);
      corners++;
      if (corners == 1) {
        first = corner;
      } else if (corners > 2) {
        measuring.triangle(first, last, corner);
      }
      last = corner;
    }
    if (corners < 3) {
      throw new MeshRefusal(
          "Line %d: expected a face of three or more corners, but found %d.",
          words.line(), corners);
    }
  }

  private double[] corner(String word) throws MeshRefusal {
    int slash = word.indexOf('/');
    var text = slash < 0 ? word : word.substring(0, slash);
    int index;
    try {
      index = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new MeshRefusal(
          "Line %d: expected the number of a vertex, but found \"%s\".", words.line(), word);
    }
    int at = index < 0 ? count + index : index - 1;
    if (index == 0 || at < 0 || at >= count) {
      throw new MeshRefusal(
          "Line %d: expected a vertex from 1 to %d, but found %d.", words.line(), count, index);
    }
    return Arrays.copyOfRange(vertices, 3 * at, 3 * at + 3);
  }
}
