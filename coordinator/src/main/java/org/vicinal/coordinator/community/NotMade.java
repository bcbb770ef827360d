package org.vicinal.coordinator.community;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Purpose;
import org.vicinal.messages.work.Requirement;

/**
 * Something that a community does not have made.
 *
 * @param what a purpose such as {@code mains-voltage}, a material or process with all its kinds, or
 *     else a word of titles
 * @param because why, for whoever ordered it
 */
public record NotMade(String what, String because) {
  private static final int LONGEST = 60;
  private static final int LONGEST_REASON = 500;

  /** Whether a part with this title is such a thing. */
  boolean covers(String title, Requirement part) {
    var purpose = findPurpose();
    if (purpose.isPresent()) {
      return part.terms().purposes().contains(purpose.get());
    }
    var process = Taxonomy.STANDARD.findProcess(what);
    if (process.isPresent()) {
      return Taxonomy.STANDARD.isKindOf(part.making(), process.get());
    }
    return Taxonomy.STANDARD.findMaterial(what).isPresent()
        ? Taxonomy.STANDARD.isKindOf(part.material(), what)
        : Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(what) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(title)
            .find();
  }

  private Optional<Purpose> findPurpose() {
    var name = what.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return List.of(Purpose.values()).stream()
        .filter(it -> it != Purpose.ORDINARY && it.name().equals(name))
        .findFirst();
  }

  /** What is wrong with it, in words; empty when nothing is. */
  String wrong() {
    if (what == null || what.isBlank() || what.length() > LONGEST) {
      return "Expected 1 to %d characters for what is not made.".formatted(LONGEST);
    }
    return because == null || because.isBlank() || because.length() > LONGEST_REASON
        ? "Expected a reason of 1 to %d characters why %s is not made."
            .formatted(LONGEST_REASON, what)
        : "";
  }
}
