package org.vicinal.mesh.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.Finding;
import org.vicinal.mesh.MeshRefusal;

/**
 * Binary STL: a header of 80 bytes that means nothing, a count, and 50 bytes a triangle. Headers
 * lie (they say "solid", and counts are wrong): the length of the file tells.
 */
final class StlBinary {
  static final int HEADER = 84;
  static final int TRIANGLE = 50;

  private StlBinary() {}

  /** The number of triangles that the header promises. */
  static long promised(byte[] head) {
    return Integer.toUnsignedLong(
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(HEADER - 4));
  }

  static void read(Bytes bytes, Measuring measuring, List<Finding> findings)
      throws IOException, MeshRefusal {
    try (var in = new BufferedInputStream(bytes.open(), 1 << 16)) {
      byte[] head = in.readNBytes(HEADER);
      if (head.length < HEADER) {
        throw new MeshRefusal(
            "Expected an STL of at least %d bytes, but found %d.", HEADER, head.length);
      }
      long promised = promised(head);
      long whole = (bytes.length() - HEADER) / TRIANGLE;
      if (promised > whole) {
        throw new MeshRefusal(
            "Expected %d triangles as the header says, but the file ends after %d. It was cut off: send it again.",
            promised, whole);
      }
      if (promised < whole || bytes.length() != HEADER + whole * TRIANGLE) {
        findings.add(
            new Finding(
                Finding.Kind.LYING_HEADER,
                "The header says %d triangles, the file has room for %d; all %d were read."
                    .formatted(promised, whole, whole)));
      }
      double scale = scale(head, findings);
      var buffer = ByteBuffer.allocate(TRIANGLE).order(ByteOrder.LITTLE_ENDIAN);
      double[][] points = new double[3][3];
      for (long i = 0; i < whole; i++) {
        if (in.readNBytes(buffer.array(), 0, TRIANGLE) < TRIANGLE) {
          throw new MeshRefusal("Expected %d triangles, but the file ended after %d.", whole, i);
        }
        for (int p = 0; p < 9; p++) {
          points[p / 3][p % 3] = buffer.getFloat(12 + 4 * p) * scale;
        }
        measuring.triangle(points[0], points[1], points[2]);
      }
    }
  }

  private static double scale(byte[] head, List<Finding> findings) {
    var text = new String(head, 0, HEADER - 4, StandardCharsets.ISO_8859_1);
    double stated = Units.stated(text);
    if (Double.isNaN(stated)) {
      return 1;
    }
    findings.add(
        new Finding(Finding.Kind.UNITS, "The header states a unit of %s mm.".formatted(stated)));
    return stated;
  }
}
