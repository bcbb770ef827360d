package org.vicinal.coordinator.search;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Size;

/**
 * What somebody looks for. Everything that is said must hold.
 *
 * @param words in any language, with or without accents; empty for everything
 * @param fits words of brand, model and part; empty for anything
 * @param process how it is to be made: this, a kind of it, or a family that it is of
 * @param material likewise, by any of its names
 * @param within a box that it fits into, however it is turned (mm)
 * @param licence an SPDX identifier that its licence names
 * @param sellable whether others must be allowed to make and sell it
 */
public record Sought(
    String words,
    String fits,
    @Nullable Making process,
    @Nullable String material,
    @Nullable Size within,
    @Nullable String licence,
    boolean sellable) {
  private static final Pattern FITS = Pattern.compile("(?i)\\bfits\\s*:\\s*([^;\\n]*);?");

  /** Only words; {@code fits: brand, model, part} in them, up to a semicolon, is understood. */
  public static Sought words(String text) {
    return new Sought(text, "", null, null, null, null, false).read();
  }

  /** The same with {@code fits: ...} taken out of the words. */
  public Sought read() {
    var found = FITS.matcher(words);
    if (!found.find()) {
      return this;
    }
    var named = (fits + " " + found.group(1)).strip();
    var rest = (words.substring(0, found.start()) + " " + words.substring(found.end())).strip();
    return new Sought(rest, named, process, material, within, licence, sellable);
  }

  /** The box's sides, shortest first (mm). */
  List<Double> sides() {
    return within == null
        ? List.of()
        : java.util.stream.Stream.of(within.x(), within.y(), within.z()).sorted().toList();
  }
}
