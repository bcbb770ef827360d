package org.vicinal.mesh.picture;

import java.util.Arrays;
import org.vicinal.mesh.Triangles;

/** Draws triangles as they come, nearest on top. Owned by one thread. */
final class Canvas implements Triangles {
  private static final double MARGIN = 0.94; // of the half picture
  private static final float NOTHING = Float.POSITIVE_INFINITY;

  /** Where the light comes from, of length 1. */
  private static final double[] LIGHT = {0.30, -0.52, 0.80};

  private static final double AMBIENT = 0.38;

  /** Pixels that all triangles together may touch: a second or two of work. */
  private static final long MOST_LOOKED_AT = 600_000_000;

  private final int side;
  private final View view;
  private final double scale;
  private final float[] depth;
  private final float[] shade;
  private final double[][] corners = new double[3][3];
  private long remaining = MOST_LOOKED_AT;

  Canvas(int side, View view) {
    this.side = side;
    this.view = view;
    this.scale = MARGIN * side / 2 / view.reach();
    this.depth = new float[side * side];
    this.shade = new float[side * side];
    Arrays.fill(depth, NOTHING);
  }

  @Override
  public void triangle(double[] a, double[] b, double[] c) {
    project(a, corners[0]);
    project(b, corners[1]);
    project(c, corners[2]);
    fill(corners[0], corners[1], corners[2], light(a, b, c));
  }

  private void project(double[] point, double[] to) {
    to[0] = side / 2.0 + scale * view.right(point);
    to[1] = side / 2.0 - scale * view.up(point);
    to[2] = view.behind(point);
  }

  /** From 0 to 1. A face that looks away is seen from its back: its mesh is open or inside out. */
  private static float light(double[] a, double[] b, double[] c) {
    double ux = b[0] - a[0];
    double uy = b[1] - a[1];
    double uz = b[2] - a[2];
    double vx = c[0] - a[0];
    double vy = c[1] - a[1];
    double vz = c[2] - a[2];
    double nx = uy * vz - uz * vy;
    double ny = uz * vx - ux * vz;
    double nz = ux * vy - uy * vx;
    double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    if (length == 0) {
      return 1;
    }
    boolean away = -nx + ny - 0.8 * nz > 0;
    double facing = (nx * LIGHT[0] + ny * LIGHT[1] + nz * LIGHT[2]) / length * (away ? -1 : 1);
    return (float) (AMBIENT + (1 - AMBIENT) * Math.max(0, facing));
  }

  private void fill(double[] a, double[] b, double[] c, float light) {
    double area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    if (area == 0) {
      return;
    }
    int top = within(Math.min(a[1], Math.min(b[1], c[1])));
    int bottom = within(Math.max(a[1], Math.max(b[1], c[1])));
    int first = within(Math.min(a[0], Math.min(b[0], c[0])));
    int last = within(Math.max(a[0], Math.max(b[0], c[0])));
    remaining -= (bottom - top + 1L) * (last - first + 1L);
    if (remaining < 0) {
      return;
    }
    for (int y = top; y <= bottom; y++) {
      for (int x = first; x <= last; x++) {
        double px = x + 0.5;
        double py = y + 0.5;
        double ofC = ((b[0] - a[0]) * (py - a[1]) - (b[1] - a[1]) * (px - a[0])) / area;
        double ofA = ((c[0] - b[0]) * (py - b[1]) - (c[1] - b[1]) * (px - b[0])) / area;
        double ofB = 1 - ofA - ofC;
        if (ofA >= 0 && ofB >= 0 && ofC >= 0) {
          float behind = (float) (ofA * a[2] + ofB * b[2] + ofC * c[2]);
          int at = y * side + x;
          if (behind < depth[at]) {
            depth[at] = behind;
            shade[at] = light;
          }
        }
      }
    }
  }

  /** Whether everything was drawn: triangles that overlap too much are not. */
  boolean whole() {
    return remaining >= 0;
  }

  private int within(double pixel) {
    return Math.max(0, Math.min(side - 1, (int) Math.floor(pixel)));
  }

  /** The picture, its edges drawn where faces meet or one stands before another. */
  int[] finished() {
    var pixels = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int at = y * side + x;
        if (depth[at] != NOTHING) {
          pixels[at] = colour(isEdge(x, y) ? shade[at] * 0.55f : shade[at]);
        }
      }
    }
    return pixels;
  }

  private boolean isEdge(int x, int y) {
    int at = y * side + x;
    return (x + 1 < side && differs(at, at + 1)) || (y + 1 < side && differs(at, at + side));
  }

  private boolean differs(int one, int other) {
    if (depth[other] == NOTHING) {
      return true;
    }
    return Math.abs(shade[one] - shade[other]) > 0.12f
        || Math.abs(depth[one] - depth[other]) > view.reach() * 0.06;
  }

  /** A grey blue, as bright as {@code light}. */
  private static int colour(float light) {
    int red = (int) (150 * light);
    int green = (int) (190 * light);
    int blue = (int) (225 * light);
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }
}
