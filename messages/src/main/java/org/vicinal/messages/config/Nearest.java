package org.vicinal.messages.config;

import java.util.Comparator;
import java.util.List;

/** The known word that somebody who typed another most likely meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The one of {@code known} with the fewest edits (Levenshtein) to {@code typed}; itself when
   * there is none.
   */
  public static String of(String typed, List<String> known) {
    return known.stream().min(Comparator.comparingInt(word -> edits(typed, word))).orElse(typed);
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
