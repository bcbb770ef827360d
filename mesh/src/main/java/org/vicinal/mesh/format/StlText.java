package org.vicinal.mesh.format;

import java.io.IOException;
import java.util.Locale;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.MeshRefusal;

/** STL as text: {@code facet normal ... outer loop vertex x y z (three times) endloop endfacet}. */
final class StlText {
  private StlText() {}

  static void read(Bytes bytes, Measuring measuring) throws IOException, MeshRefusal {
    try (var in = bytes.open()) {
      var words = new Words(in);
      double[][] points = new double[3][3];
      int corner = 0;
      boolean inFacet = false;
      for (var word = words.next(); !word.isEmpty(); word = words.next()) {
        switch (word.toLowerCase(Locale.ROOT)) {
          case "solid", "endsolid" -> words.endLine();
          case "facet" -> {
            corner = 0;
            inFacet = true;
            for (int i = 0; i < 4; i++) { // the normal, which the corners tell better
              words.next();
            }
          }
          case "vertex" -> {
            if (corner == 3 || !inFacet) {
              throw new MeshRefusal(
                  "Line %d: expected three vertices in a facet, but found another.", words.line());
            }
            for (int axis = 0; axis < 3; axis++) {
              points[corner][axis] = words.number("a coordinate");
            }
            corner++;
          }
          case "endfacet" -> {
            if (corner != 3) {
              throw new MeshRefusal(
                  "Line %d: expected three vertices in a facet, but found %d.",
                  words.line(), corner);
            }
            measuring.triangle(points[0], points[1], points[2]);
            inFacet = false;
          }
          case "outer", "loop", "endloop" -> {}
          default ->
              throw new MeshRefusal(
                  "Line %d: expected facet, vertex or endsolid, but found \"%s\".",
                  words.line(), shown(word));
        }
      }
      if (inFacet) {
        throw new MeshRefusal(
            "Expected the last facet to end, but the file was cut off at line %d.", words.line());
      }
    }
  }

  private static String shown(String word) {
    return word.length() <= 40 ? word : word.substring(0, 40) + "...";
  }
}
