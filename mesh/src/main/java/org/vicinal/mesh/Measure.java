package org.vicinal.mesh;

import java.util.Arrays;
import java.util.List;

/**
 * What a mesh file holds, in millimetres.
 *
 * @param parts one for STL and OBJ; for 3MF each item of the build plate
 * @param findings what a person should know before it is made
 */
public record Measure(Format format, List<Part> parts, List<Finding> findings) {
  /** The formats that are read. */
  public enum Format {
    STL_BINARY("STL (binary)"),
    STL_TEXT("STL (text)"),
    THREE_MF("3MF"),
    OBJ("OBJ");

    private final String words;

    Format(String words) {
      this.words = words;
    }

    /** As people say it. */
    public String words() {
      return words;
    }
  }

  /**
   * One part.
   *
   * @param volumeMm3 inside its skin; only true when it is {@code watertight}
   * @param areaMm2 of its skin
   * @param openEdges that have no neighbour looking the same way; -1 when nobody knows
   */
  public record Part(
      String name, Box box, long triangles, double volumeMm3, double areaMm2, long openEdges) {
    /** Whether it is closed all round, so that an inside exists. */
    public boolean watertight() {
      return openEdges == 0;
    }
  }

  public Measure {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /** The triangles of all parts. */
  public long triangles() {
    return parts.stream().mapToLong(Part::triangles).sum();
  }

  /** The volume of all parts (mm³). */
  public double volumeMm3() {
    return parts.stream().mapToDouble(Part::volumeMm3).sum();
  }

  /** The skin of all parts (mm²). */
  public double areaMm2() {
    return parts.stream().mapToDouble(Part::areaMm2).sum();
  }

  /** Whether every part is closed. */
  public boolean watertight() {
    return parts.stream().allMatch(Part::watertight);
  }

  /**
   * The sides of a box that holds each of the parts, one at a time (mm): x, y, z of the only part;
   * of several, each laid down flat with its longest side along x.
   */
  public List<Double> largestSides() {
    if (parts.size() == 1) {
      var box = parts.getFirst().box();
      return List.of(box.sizeX(), box.sizeY(), box.sizeZ());
    }
    double[] largest = new double[3];
    for (var part : parts) {
      double[] sides = {part.box().sizeX(), part.box().sizeY(), part.box().sizeZ()};
      Arrays.sort(sides);
      for (int i = 0; i < 3; i++) {
        largest[i] = Math.max(largest[i], sides[2 - i]);
      }
    }
    return List.of(largest[0], largest[1], largest[2]);
  }
}
