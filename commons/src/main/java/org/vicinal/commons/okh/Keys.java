package org.vicinal.commons.okh;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vicinal.commons.tree.Node.Table;

/** The keys a dialect knows, and what others write instead of them. */
final class Keys {
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("organisation", "organization"),
          Map.entry("licence", "license"),
          Map.entry("standard", "standard-compliance"),
          Map.entry("patentclass", "cpc-patent-class"),
          Map.entry("parts", "part"),
          Map.entry("licenser", "licensor"),
          Map.entry("lenght", "depth"),
          Map.entry("length", "depth"),
          Map.entry("sub", "sub-parts"));
  private final Map<String, Shape> shapes;

  private Keys(Map<String, Shape> shapes) {
    this.shapes = shapes;
  }

  /** Lines of {@code SHAPE key key ...}. */
  static Keys of(String lines) {
    var shapes = new LinkedHashMap<String, Shape>();
    lines
        .lines()
        .map(String::strip)
        .forEach(
            line -> {
              var words = line.split(" +", -1);
              for (int at = 1; at < words.length; at++) {
                shapes.put(words[at], Shape.valueOf(words[0]));
              }
            });
    return new Keys(shapes);
  }

  Shape shape(String key) {
    return shapes.getOrDefault(key, Shape.ANY);
  }

  boolean knows(String key) {
    return shapes.containsKey(key);
  }

  /**
   * The key that {@code written} was meant to be: but for case and dashes, by a synonym, or by one
   * slip of the finger. Not when {@code table} has that key already.
   */
  Optional<String> meant(String written, Table table) {
    var folded = folded(written);
    return shapes.keySet().stream()
        .filter(key -> folded(key).equals(folded))
        .findFirst()
        .or(() -> Optional.ofNullable(SYNONYMS.get(folded)).filter(shapes::containsKey))
        .or(() -> slip(folded))
        .filter(key -> !table.has(key));
  }

  private Optional<String> slip(String folded) {
    return folded.length() < 5
        ? Optional.empty()
        : shapes.keySet().stream().filter(key -> isSlip(folded, folded(key))).findFirst();
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Whether one letter is wrong, missing or too many, or two have changed places. */
  static boolean isSlip(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int from = 0;
    while (from < Math.min(one.length(), other.length())
        && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    int oneEnd = one.length();
    int otherEnd = other.length();
    while (oneEnd > from
        && otherEnd > from
        && one.charAt(oneEnd - 1) == other.charAt(otherEnd - 1)) {
      oneEnd--;
      otherEnd--;
    }
    var mine = one.substring(from, oneEnd);
    var theirs = other.substring(from, otherEnd);
    boolean swapped =
        mine.length() == 2 && mine.equals(new StringBuilder(theirs).reverse().toString());
    return swapped || (mine.length() <= 1 && theirs.length() <= 1);
  }
}
