package org.vicinal.messages.work;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of words that never changes, in one order everywhere, in as little room as there is: a
 * coordinator may hold a million of them.
 */
public final class SortedWords extends AbstractSet<String> {
  private final String[] words;

  private SortedWords(String[] words) {
    this.words = words;
  }

  /** {@code words} in their order; the very same object when it is one of these already. */
  public static SortedWords of(Collection<String> words) {
    return words instanceof SortedWords sorted
        ? sorted
        : new SortedWords(new TreeSet<>(words).toArray(new String[0]));
  }

  @Override
  public boolean contains(@Nullable Object word) {
    return word instanceof String text && Arrays.binarySearch(words, text) >= 0;
  }

  @Override
  public Iterator<String> iterator() {
    return Collections.unmodifiableList(Arrays.asList(words)).iterator();
  }

  @Override
  public int size() {
    return words.length;
  }
}
