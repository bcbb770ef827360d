package org.vicinal.mesh.format;

import java.util.ArrayList;
import java.util.List;
import org.vicinal.mesh.Box;
import org.vicinal.mesh.Finding;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.Measure;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Triangles;

/**
 * Measures one part while its triangles pass by. Owned by one thread.
 *
 * <p>The volume is the sum of the tetrahedra between each triangle and the first vertex: those
 * outside the solid cancel out when the skin is closed.
 */
final class Measuring {
  /** Beyond a kilometre nothing is a part, and squares and cubes stay exact enough (mm). */
  private static final double FARTHEST = 1e6;

  private final String name;
  private final Limits limits;
  private final Triangles seen;
  private final OpenEdges edges;
  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double minZ = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;
  private double maxZ = Double.NEGATIVE_INFINITY;
  private double originX;
  private double originY;
  private double originZ;
  private double sixVolumes;
  private double area;
  private long triangles;
  private long degenerate;

  Measuring(String name, Limits limits, Triangles seen) {
    this.name = name;
    this.limits = limits;
    this.seen = seen;
    this.edges = new OpenEdges(limits.openEdges());
  }

  long triangles() {
    return triangles;
  }

  /** Takes the triangle of the points {@code a}, {@code b} and {@code c}, each x, y, z (mm). */
  void triangle(double[] a, double[] b, double[] c) throws MeshRefusal {
    if (++triangles > limits.triangles()) {
      throw new MeshRefusal(
          "Expected at most %d triangles, but found more. Simplify the mesh.", limits.triangles());
    }
    point(a);
    point(b);
    point(c);
    if (triangles == 1) {
      originX = a[0];
      originY = a[1];
      originZ = a[2];
    }
    double ux = b[0] - a[0];
    double uy = b[1] - a[1];
    double uz = b[2] - a[2];
    double vx = c[0] - a[0];
    double vy = c[1] - a[1];
    double vz = c[2] - a[2];
    double nx = uy * vz - uz * vy;
    double ny = uz * vx - ux * vz;
    double nz = ux * vy - uy * vx;
    double doubled = Math.sqrt(nx * nx + ny * ny + nz * nz);
    area += doubled / 2;
    degenerate += doubled == 0 ? 1 : 0;
    sixVolumes += nx * (a[0] - originX) + ny * (a[1] - originY) + nz * (a[2] - originZ);
    long ha = OpenEdges.hash(a[0], a[1], a[2]);
    long hb = OpenEdges.hash(b[0], b[1], b[2]);
    long hc = OpenEdges.hash(c[0], c[1], c[2]);
    seen.triangle(a, b, c);
    edges.walk(ha, hb, a[0], a[1], a[2]);
    edges.walk(hb, hc, b[0], b[1], b[2]);
    edges.walk(hc, ha, c[0], c[1], c[2]);
  }

  private void point(double[] p) throws MeshRefusal {
    if (!(Math.abs(p[0]) <= FARTHEST && Math.abs(p[1]) <= FARTHEST && Math.abs(p[2]) <= FARTHEST)) {
      throw new MeshRefusal(
          "Expected coordinates that are numbers within a kilometre, but triangle %d has (%s, %s, %s). Export the mesh anew.",
          triangles, p[0], p[1], p[2]);
    }
    minX = Math.min(minX, p[0]);
    minY = Math.min(minY, p[1]);
    minZ = Math.min(minZ, p[2]);
    maxX = Math.max(maxX, p[0]);
    maxY = Math.max(maxY, p[1]);
    maxZ = Math.max(maxZ, p[2]);
  }

  /** What was measured; findings go to {@code findings}. */
  Measure.Part end(List<Finding> findings) throws MeshRefusal {
    if (triangles == 0) {
      throw new MeshRefusal("%s: expected triangles, but found none. Export the mesh anew.", name);
    }
    var box = new Box(minX, minY, minZ, maxX, maxY, maxZ);
    long open = edges.count();
    tell(open, box, findings);
    return new Measure.Part(name, box, triangles, Math.abs(sixVolumes) / 6, area, open);
  }

  private void tell(long open, Box box, List<Finding> findings) {
    if (open < 0) {
      finding(
          findings,
          Finding.Kind.WATERTIGHT_UNKNOWN,
          "is too scattered to tell whether it is closed (over %d edges wait at once); its volume is not sure.",
          limits.openEdges());
    } else if (open > 0) {
      float[] at = edges.first();
      finding(
          findings,
          Finding.Kind.NOT_WATERTIGHT,
          "is not closed: %d edges have no neighbour looking the same way, the first at (%.3f, %.3f, %.3f) mm. Its volume is not sure; mend it in the program that made it or let the slicer try.",
          open,
          at[0],
          at[1],
          at[2]);
    } else if (sixVolumes < 0) {
      finding(
          findings,
          Finding.Kind.INSIDE_OUT,
          "is inside out: all its faces look inwards. Its volume was taken as positive.");
    }
    if (degenerate > 0) {
      finding(
          findings,
          Finding.Kind.DEGENERATE,
          "has %d of %d triangles without an area.",
          degenerate,
          triangles);
    }
    if (box.sizeX() == 0 || box.sizeY() == 0 || box.sizeZ() == 0) {
      finding(findings, Finding.Kind.DEGENERATE, "is flat: it has no thickness along one axis.");
    }
  }

  private void finding(List<Finding> findings, Finding.Kind kind, String words, Object... values) {
    var all = new ArrayList<Object>();
    all.add(name);
    all.addAll(List.of(values));
    findings.add(new Finding(kind, ("%s " + words).formatted(all.toArray())));
  }
}
