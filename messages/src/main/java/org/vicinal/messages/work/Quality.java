package org.vicinal.messages.work;

import java.util.List;
import java.util.Set;

/**
 * How well it must be made.
 *
 * @param tolerance of all dimensions that nothing else is said of
 * @param proven whether a machine must have shown the tolerance, not only claim it
 * @param roughnessMicrometres the roughest surface that will do (Ra), 0 for any
 * @param finishes such as {@code sanded} or {@code anodised}
 * @param critical dimensions to be measured one by one
 */
public record Quality(
    Tolerance tolerance,
    boolean proven,
    double roughnessMicrometres,
    Set<String> finishes,
    List<CriticalDimension> critical) {
  /** As the machine makes it. */
  public static final Quality ANY = new Quality(Tolerance.UNSTATED, false, 0, Set.of(), List.of());

  public Quality {
    finishes = Labels.of(finishes);
    critical = List.copyOf(critical);
    Figure.fromZero("roughness (µm)", roughnessMicrometres);
    if (critical.size() > 50) {
      throw new IllegalArgumentException(
          "Expected at most 50 critical dimensions, but found %d.".formatted(critical.size()));
    }
  }
}
