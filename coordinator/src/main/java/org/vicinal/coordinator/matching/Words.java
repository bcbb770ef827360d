package org.vicinal.coordinator.matching;

import java.util.Locale;
import org.vicinal.messages.taxonomy.Taxonomy;

/** Materials as bits of a word: equal materials have equal bits, others seldom. */
final class Words {
  private static final int GOLDEN = 0x9E3779B9; // 2^32 divided by the golden ratio: spreads
  private static final int TOP_SIX = 26;

  private Words() {}

  /** The bit of {@code material}. */
  static long of(String material) {
    return Taxonomy.STANDARD
        .findMaterial(material)
        .map(known -> bit(known.name()))
        .orElseGet(() -> bit(bare(material)));
  }

  /** The bits of {@code material} and of everything that it is a kind of. */
  static long kindsOf(String material) {
    return Taxonomy.STANDARD
        .findMaterial(material)
        .map(known -> known.kinds().stream().mapToLong(Words::bit).reduce(0, (a, b) -> a | b))
        .orElseGet(() -> bit(bare(material)));
  }

  /** Letters and digits alone: what the taxonomy holds for the same word is the same here. */
  private static String bare(String word) {
    int title = word.indexOf("/wiki/");
    var text = title < 0 ? word : "wiki" + word.substring(title + 6);
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+]+", "");
  }

  private static long bit(String word) {
    return 1L << ((word.hashCode() * GOLDEN) >>> TOP_SIX);
  }
}
