package org.vicinal.messages.fit;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.vicinal.messages.work.Labels;
import org.vicinal.messages.work.Purpose;

/**
 * What a workshop takes on. About a special purpose in neither set it has to be asked.
 *
 * @param takes purposes beside ordinary use that it accepts work for
 * @param never purposes that it never makes anything for
 * @param certifications that it holds, such as {@code ISO 13485}
 * @param mostPieces of one part, 0 without a limit
 */
public record HouseRules(
    Set<Purpose> takes, Set<Purpose> never, Set<String> certifications, int mostPieces) {
  /** Nobody has said. */
  public static final HouseRules UNSTATED = new HouseRules(Set.of(), Set.of(), Set.of(), 0);

  public HouseRules {
    takes = Collections.unmodifiableSortedSet(new TreeSet<>(takes));
    never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
    certifications = Labels.of(certifications);
    if (mostPieces < 0) {
      throw new IllegalArgumentException(
          "Expected a largest number of pieces from 0, but found " + mostPieces + ".");
    }
    if (takes.stream().anyMatch(never::contains)) {
      throw new IllegalArgumentException(
          "Expected a purpose to be taken or never made, but found both: takes %s, never %s."
              .formatted(takes, never));
    }
  }
}
