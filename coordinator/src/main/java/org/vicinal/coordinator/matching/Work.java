package org.vicinal.coordinator.matching;

import org.vicinal.messages.taxonomy.Material;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;

/**
 * About how much work a piece is, and how wrong that may be: the truth is expected between the
 * figure divided by {@code error} and the figure times {@code error}.
 *
 * @param seconds of machine time for one piece; 0 when nobody can say
 * @param grams of material in one piece, 0 when nobody can say
 * @param error a factor from 1
 * @param from what the figures were made from, for people
 */
public record Work(double seconds, double grams, double error, String from) {
  /** A program's planner is imitated; accelerations of other machines than its own differ. */
  private static final double PROGRAM_ERROR = 1.3;

  /**
   * Assumed, not measured, until builds tell better: two fifths of a printed part's volume are
   * plastic (walls and a fifth of infill), laid down at 6 mm³/s all in all.
   */
  private static final double SOLID_SHARE = 0.4;

  private static final double PRINTED_MM3_PER_SECOND = 6;
  private static final double VOLUME_ERROR = 2;

  /** Assumed: three tenths of a part's box are part. Boxes lie. */
  private static final double BOX_SHARE = 0.3;

  private static final double BOX_ERROR = 4;
  private static final double USUAL_GRAMS_PER_CM3 = 1.24; // PLA
  private static final double MM3_PER_CM3 = 1_000;

  public Work {
    if (!(seconds >= 0 && grams >= 0 && error >= 1 && Double.isFinite(seconds + grams + error))) {
      throw new IllegalArgumentException(
          "Expected seconds and grams from 0 and an error from 1, but found %s, %s, %s."
              .formatted(seconds, grams, error));
    }
  }

  /** Of a program that was read. */
  public static Work ofProgram(double seconds, double grams) {
    return new Work(
        Double.isFinite(seconds) ? seconds : 0,
        Double.isFinite(grams) ? grams : 0,
        PROGRAM_ERROR,
        "the program");
  }

  /** Of a part without a program, by its volume or its box; only printing is guessed. */
  public static Work of(Requirement part) {
    if (!Taxonomy.STANDARD.isKindOf(part.making(), Making.PRINTING)) {
      return new Work(0, 0, 1, "nothing: its program is not made yet");
    }
    double volume = part.shape().volumeMm3();
    return volume > 0
        ? printed(part, volume, VOLUME_ERROR, "its volume")
        : printed(part, box(part) * BOX_SHARE, BOX_ERROR, "its box");
  }

  private static Work printed(Requirement part, double volume, double error, String from) {
    double plastic = volume * SOLID_SHARE;
    double density =
        Taxonomy.STANDARD
            .findMaterial(part.material())
            .flatMap(Material::findDensity)
            .map(fact -> fact.value())
            .orElse(USUAL_GRAMS_PER_CM3);
    return new Work(plastic / PRINTED_MM3_PER_SECOND, plastic / MM3_PER_CM3 * density, error, from);
  }

  private static double box(Requirement part) {
    return part.size().x() * part.size().y() * part.size().z();
  }

  /** Whether anybody can say how long it takes. */
  public boolean known() {
    return seconds > 0;
  }
}
