package org.vicinal.agent.slicing;

import java.nio.file.Path;
import java.util.Locale;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.work.Turning;

/**
 * What is to be sliced, and how.
 *
 * @param model a file whose name ends as its format does: {@code .stl}, {@code .3mf} or {@code
 *     .obj}
 * @param digest of the model's bytes
 * @param profile of the machine and the material
 * @param scale millimetres per unit of the file; 1 for a file in millimetres
 * @param turn how the part is laid on the bed
 * @param copies on one plate, at least 1
 */
public record SliceOrder(
    Path model, Digest digest, SlicingProfile profile, double scale, Turn turn, int copies) {
  /**
   * A turn of the part before it is laid on the bed: about x, then y, then z.
   *
   * @param x degrees
   * @param y degrees
   * @param z degrees
   */
  public record Turn(int x, int y, int z) {
    /** As the model stands in its file. */
    public static final Turn NONE = new Turn(0, 0, 0);
  }

  public SliceOrder {
    if (!(scale > 0) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException("scale: expected more than 0, found " + scale + ".");
    }
    if (copies < 1) {
      throw new IllegalArgumentException("copies: expected at least 1, found " + copies + ".");
    }
  }

  /** The model as it stands in its file, in millimetres, once. */
  public static SliceOrder plain(Path model, Digest digest, SlicingProfile profile) {
    return new SliceOrder(model, digest, profile, 1, Turn.NONE, 1);
  }

  /**
   * One piece of the model, measured, checked and laid so that it fits.
   *
   * @param turning how it may be laid
   * @throws SliceRefused when it is no mesh, is not closed, is in doubtful units or does not fit
   */
  public static SliceOrder laid(Path model, Digest digest, SlicingProfile profile, Turning turning)
      throws SliceRefused {
    return Laying.lay(model, digest, profile, turning);
  }

  /** The digest of all that the program depends on, when {@code version} slices it. */
  Digest key(String version) {
    var text =
        String.format(
            Locale.ROOT,
            "%s%n%s%n%s%n%s%n%d %d %d%n%d%n",
            version,
            digest,
            profile.digest(),
            scale,
            turn.x(),
            turn.y(),
            turn.z(),
            copies);
    return Digest.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
