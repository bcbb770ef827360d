package org.vicinal.mesh.picture;

import java.io.IOException;
import java.util.List;
import org.vicinal.mesh.Box;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.Measure;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Meshes;

/** A square picture of a model, transparent around it. */
public final class Picture {
  /** The largest side that is drawn (pixels). */
  public static final int LARGEST = 1024;

  /** What is drawn within a second or two; beyond it a model is only measured. */
  public static final Limits LIMITS =
      new Limits(256L << 20, 512L << 20, 4_000_000, 2_500_000, 1_000_000);

  /** So much finer it is drawn first, to smooth its edges. */
  private static final int FINER = 2;

  private final int side;
  private final int[] pixels;

  private Picture(int side, int[] pixels) {
    this.side = side;
    this.pixels = pixels;
  }

  /**
   * Draws {@code bytes}.
   *
   * @param name the file's, whose ending helps where the content could be anything
   * @param side from 16 to {@link #LARGEST} pixels
   * @throws MeshRefusal when it is no mesh, or one that is too large
   */
  public static Picture of(String name, Bytes bytes, int side) throws IOException, MeshRefusal {
    if (side < 16 || side > LARGEST) {
      throw new IllegalArgumentException(
          "Expected a side from 16 to %d pixels, but found %d.".formatted(LARGEST, side));
    }
    var measure = Meshes.measure(name, bytes, LIMITS);
    var canvas = new Canvas(side * FINER, View.of(boxOf(measure)));
    Meshes.measure(name, bytes, LIMITS, canvas);
    if (!canvas.whole()) {
      throw new MeshRefusal(
          "Its triangles overlap too much to be drawn at %d pixels. Ask for a smaller picture, or simplify the mesh.",
          side);
    }
    return new Picture(side, Smoothing.smaller(canvas.finished(), side, FINER));
  }

  private static Box boxOf(Measure measure) {
    List<Box> boxes = measure.parts().stream().map(Measure.Part::box).toList();
    return boxes.stream()
        .reduce(
            (one, other) ->
                new Box(
                    Math.min(one.minX(), other.minX()),
                    Math.min(one.minY(), other.minY()),
                    Math.min(one.minZ(), other.minZ()),
                    Math.max(one.maxX(), other.maxX()),
                    Math.max(one.maxY(), other.maxY()),
                    Math.max(one.maxZ(), other.maxZ())))
        .orElseThrow(); // a measure has a part, or the mesh was refused
  }

  /** How wide and high it is (pixels). */
  public int side() {
    return side;
  }

  /** Row by row from the top, {@code 0xAARRGGBB}. */
  public int[] pixels() {
    return pixels.clone();
  }

  /** As a PNG file. */
  public byte[] png() {
    return Png.of(this);
  }
}
