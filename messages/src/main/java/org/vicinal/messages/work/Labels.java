package org.vicinal.messages.work;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Words that people write beside a part or a machine (tools, certificates, finishes): compared
 * without regard to case, and in one order everywhere.
 */
public final class Labels {
  private static final int LONGEST = 80;
  private static final int MOST = 200;

  private Labels() {}

  /** {@code words} without doubles; what it {@code contains} does not depend on case. */
  public static SortedSet<String> of(Collection<String> words) {
    var sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (var word : words) {
      if (word.isBlank() || word.length() > LONGEST) {
        throw new IllegalArgumentException(
            "Expected words of 1 to %d characters, but found \"%s\"."
                .formatted(LONGEST, word.substring(0, Math.min(word.length(), LONGEST))));
      }
      sorted.add(word.strip());
    }
    if (sorted.size() > MOST) {
      throw new IllegalArgumentException(
          "Expected at most %d words, but found %d.".formatted(MOST, sorted.size()));
    }
    return Collections.unmodifiableSortedSet(sorted);
  }
}
