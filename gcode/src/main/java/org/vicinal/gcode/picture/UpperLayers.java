package org.vicinal.gcode.picture;

import java.util.Optional;
import org.vicinal.gcode.Box;
import org.vicinal.gcode.PathListener;

/**
 * The box of what is printed above the first layer: the part, without the line at the edge of the
 * bed that a printer draws to clean its nozzle. Programs that do not go up layer by layer have
 * none.
 */
final class UpperLayers implements PathListener {
  private static final int FEW = 3;

  private double firstZ = Double.NaN;
  private double topZ = Double.NEGATIVE_INFINITY;
  private int layers;
  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;

  @Override
  public void line(
      double fromX, double fromY, double fromZ, double toX, double toY, double toZ, boolean work) {
    if (!work || toZ != fromZ) {
      return;
    }
    if (Double.isNaN(firstZ) || toZ < firstZ) {
      firstZ = toZ;
    }
    if (toZ > topZ) {
      topZ = toZ;
      layers++;
    }
    if (toZ > firstZ) {
      minX = Math.min(minX, Math.min(fromX, toX));
      maxX = Math.max(maxX, Math.max(fromX, toX));
      minY = Math.min(minY, Math.min(fromY, toY));
      maxY = Math.max(maxY, Math.max(fromY, toY));
    }
  }

  Optional<Box> findBox() {
    if (layers < FEW || firstZ < 0 || minX > maxX) {
      return Optional.empty();
    }
    return Optional.of(new Box(minX, minY, 0, maxX, maxY, topZ));
  }
}
