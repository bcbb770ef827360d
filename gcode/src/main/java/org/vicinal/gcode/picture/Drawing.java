package org.vicinal.gcode.picture;

import java.util.Locale;
import org.vicinal.gcode.Box;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.PathListener;

/**
 * Draws the way of the tool in two passes: travel pale, then over it the work, from blue (low) to
 * orange (high) and darker where it runs away from the light. The box with its size stands around.
 */
final class Drawing implements PathListener {
  private static final int FRAME = 0x9aa0a6;
  private static final int TRAVEL = 0xd9dee4;
  private static final double LEAST_PIXELS = 0.35;
  private static final double LIGHT_X = 0.88;
  private static final double LIGHT_Y = 0.47;

  private final Canvas canvas;
  private final Projection projection;
  private final Box box;
  private final int layer;
  private final double width;
  private int layers;
  private double layerZ = Double.NaN;
  private double shownZ = Double.NaN;
  private double penX = Double.NaN;
  private double penY;
  private boolean drawsWork;

  Drawing(Canvas canvas, Projection projection, Box box, int layer) {
    this.canvas = canvas;
    this.projection = projection;
    this.box = box;
    this.layer = layer;
    this.width = Math.clamp(0.42 * projection.scale(), 0.6, 2.5);
  }

  /** Travel has been drawn; the next pass draws the work. */
  void nowTheWork() {
    drawsWork = true;
    penX = Double.NaN;
    layers = 0;
    layerZ = Double.NaN;
  }

  /** How many layers the work has. */
  int layers() {
    return layers;
  }

  void frame() {
    double[] xs = {box.minX(), box.maxX()};
    double[] ys = {box.minY(), box.maxY()};
    double[] zs = {box.minZ(), box.maxZ()};
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        edge(xs[0], ys[i], zs[j], xs[1], ys[i], zs[j]);
        edge(xs[i], ys[0], zs[j], xs[i], ys[1], zs[j]);
        edge(xs[i], ys[j], zs[0], xs[i], ys[j], zs[1]);
      }
    }
  }

  private void edge(double x1, double y1, double z1, double x2, double y2, double z2) {
    canvas.line(
        projection.pixelX(x1, y1),
        projection.pixelY(x1, y1, z1),
        projection.pixelX(x2, y2),
        projection.pixelY(x2, y2, z2),
        FRAME,
        0.7);
  }

  @Override
  public void line(
      double fromX, double fromY, double fromZ, double toX, double toY, double toZ, boolean work) {
    if (work && toZ != layerZ) {
      layers += Double.isNaN(layerZ) || toZ > layerZ ? 1 : 0;
      layerZ = toZ;
    }
    if (work == drawsWork && layer > 0 && layers == layer) {
      shownZ = toZ;
    }
    if (work != drawsWork || (layer > 0 && (layers != layer || !work))) {
      penX = Double.NaN;
      return;
    }
    double x = projection.pixelX(toX, toY);
    double y = projection.pixelY(toX, toY, toZ);
    if (Double.isNaN(penX)) {
      penX = projection.pixelX(fromX, fromY);
      penY = projection.pixelY(fromX, fromY, fromZ);
    }
    if (Math.abs(x - penX) + Math.abs(y - penY) < LEAST_PIXELS) {
      return; // too short to be seen; the next line begins where this one did
    }
    int colour = work ? colour(toZ, light(toX - fromX, toY - fromY)) : TRAVEL;
    canvas.line(penX, penY, x, y, colour, work ? width : 0.5);
    penX = x;
    penY = y;
  }

  /** How bright a line is: a wall across the light is brightest. Few steps keep an SVG small. */
  private double light(double dx, double dy) {
    double length = Math.sqrt(dx * dx + dy * dy);
    if (layer > 0 || length == 0) {
      return 1;
    }
    double across = Math.abs(dx * LIGHT_Y - dy * LIGHT_X) / length;
    return 0.72 + 0.28 * Math.rint(across * 6) / 6;
  }

  private int colour(double z, double light) {
    double part =
        box.maxZ() > box.minZ()
            ? Math.clamp((z - box.minZ()) / (box.maxZ() - box.minZ()), 0, 1)
            : 0.5;
    int red = (int) ((40 + 205 * part) * light);
    int green = (int) ((115 + 40 * part) * light);
    int blue = (int) ((205 - 145 * part) * light);
    return (red << 16) | (green << 8) | blue;
  }

  void end(Inspection part) {
    canvas.text(
        12,
        22,
        String.format(Locale.ROOT, "%.1f x %.1f x %.1f mm", box.size(0), box.size(1), box.size(2)));
    long minutes = Math.round(part.seconds().total() / 60);
    canvas.text(12, 40, String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60));
    if (layer > 0) {
      canvas.text(
          12, 58, String.format(Locale.ROOT, "layer %d of %d, z %.2f mm", layer, layers, shownZ));
    }
  }
}
