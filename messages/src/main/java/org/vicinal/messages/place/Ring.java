package org.vicinal.messages.place;

import java.util.List;

/**
 * One step outwards: who belongs to it, and why it is asked.
 *
 * <p>A ring is a distance today; membership of a network may be another kind later, which is why it
 * has a name and a reason and not only a number.
 *
 * @param metres everybody up to this distance belongs to it
 */
public record Ring(String name, String why, double metres) {
  public Ring {
    if (!(metres > 0)) {
      throw new IllegalArgumentException(
          "Expected a ring wider than 0 m, but found " + metres + ".");
    }
  }

  /** The rings of a community that has not decided otherwise: 2, 5, 15, 50 and 150 km. */
  public static List<Ring> usual() {
    return List.of(
        new Ring("within 2 km", "what can be done in the quarter is done in the quarter", 2_000),
        new Ring("within 5 km", "nobody in the quarter could", 5_000),
        new Ring("within 15 km", "nobody nearer could", 15_000),
        new Ring("within 50 km", "nobody in town could", 50_000),
        new Ring("within 150 km", "nobody in the district could", 150_000));
  }
}
