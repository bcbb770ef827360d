package org.vicinal.messages.work;

import java.util.Set;

/**
 * Equals whatever says nothing, so that nothing of it is written: a part or machine of which only
 * the oldest components are known has the JSON it always had.
 */
@SuppressWarnings("EqualsHashCode") // asked by the writer only, never kept in a set
final class Unsaid {
  private static final Set<Object> NOTHING =
      Set.of(
          Price.Unit.MONEY,
          Price.Per.PIECE,
          Shape.FREE,
          MaterialNeeds.NONE,
          Tooling.NONE,
          Quality.ANY,
          Terms.NONE);

  @Override
  public boolean equals(Object other) {
    return other != null && NOTHING.contains(other);
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
