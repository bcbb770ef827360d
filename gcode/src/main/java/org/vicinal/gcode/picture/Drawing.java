package org.vicinal.gcode.picture;

import java.util.Locale;
import org.vicinal.gcode.Box;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.PathListener;

/**
 * Draws the way of the tool: work from blue (low) to orange (high), travel pale, the box with its
 * size around it.
 */
final class Drawing implements PathListener {
  private static final int FRAME = 0x9aa0a6;
  private static final int TRAVEL = 0xd9dee4;
  private static final double LEAST_PIXELS = 0.35;

  private final Canvas canvas;
  private final Projection projection;
  private final Box box;
  private final int layer;
  private final double width;
  private int layers;
  private double layerZ = Double.NaN;
  private double penX = Double.NaN;
  private double penY;
  private boolean penWork;

  Drawing(Canvas canvas, Projection projection, Box box, int layer) {
    this.canvas = canvas;
    this.projection = projection;
    this.box = box;
    this.layer = layer;
    this.width = Math.clamp(0.42 * projection.scale(), 0.6, 2.5);
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
    if (layer > 0 && (layers != layer || !work)) {
      penX = Double.NaN;
      return;
    }
    double x = projection.pixelX(toX, toY);
    double y = projection.pixelY(toX, toY, toZ);
    if (Double.isNaN(penX) || work != penWork) {
      penX = projection.pixelX(fromX, fromY);
      penY = projection.pixelY(fromX, fromY, fromZ);
      penWork = work;
    }
    if (Math.abs(x - penX) + Math.abs(y - penY) < LEAST_PIXELS) {
      return; // too short to be seen; the next line begins where this one did
    }
    canvas.line(penX, penY, x, y, work ? colour(toZ) : TRAVEL, work ? width : 0.5);
    penX = x;
    penY = y;
  }

  private int colour(double z) {
    double part =
        box.maxZ() > box.minZ()
            ? Math.clamp((z - box.minZ()) / (box.maxZ() - box.minZ()), 0, 1)
            : 0.5;
    int red = (int) (30 + 205 * part);
    int green = (int) (95 + 40 * part);
    int blue = (int) (175 - 135 * part);
    return (red << 16) | (green << 8) | blue;
  }

  void end(Inspection part) {
    canvas.text(
        12,
        22,
        String.format(Locale.ROOT, "%.1f x %.1f x %.1f mm", box.size(0), box.size(1), box.size(2)));
    long minutes = Math.round(part.seconds().total() / 60);
    canvas.text(12, 40, String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60));
  }
}
