package org.vicinal.coordinator.http;

import java.util.Locale;

/** Small models as text. */
final class Solid {
  private Solid() {}

  /** A corner of a cube cut off, as STL: three legs of {@code side}. */
  static String tetrahedron(double side) {
    var text = new StringBuilder("solid corner\n");
    facet(text, "0 0 -1", "0 0 0", "0 s 0", "s 0 0");
    facet(text, "0 -1 0", "0 0 0", "s 0 0", "0 0 s");
    facet(text, "-1 0 0", "0 0 0", "0 0 s", "0 s 0");
    facet(text, "1 1 1", "s 0 0", "0 s 0", "0 0 s");
    return text.append("endsolid corner\n")
        .toString()
        .replace("s 0", "%s 0".formatted(number(side)))
        .replace(" s", " " + number(side));
  }

  private static void facet(StringBuilder text, String normal, String... corners) {
    text.append("facet normal ").append(normal).append("\nouter loop\n");
    for (var corner : corners) {
      text.append("vertex ").append(corner).append('\n');
    }
    text.append("endloop\nendfacet\n");
  }

  private static String number(double side) {
    return String.format(Locale.ROOT, "%.4f", side);
  }
}
