package org.vicinal.commons.okh;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Language tags (BCP 47), and what people write instead. */
final class Languages {
  private static final Set<String> ISO = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("english-us", "en-US"),
          Map.entry("english-uk", "en-GB"),
          Map.entry("en-uk", "en-GB"),
          Map.entry("english", "en"),
          Map.entry("de-western-europe", "de-DE"),
          Map.entry("german", "de"),
          Map.entry("deutsch", "de"),
          Map.entry("french", "fr"),
          Map.entry("spanish", "es"),
          Map.entry("italian", "it"),
          Map.entry("portuguese", "pt"),
          Map.entry("japanese", "ja"),
          Map.entry("jp", "ja"),
          Map.entry("jp-jp", "ja-JP"),
          Map.entry("cn", "zh"));

  private Languages() {}

  /** The tag as it is spelled, nothing if it is none. */
  static Optional<String> tag(String words) {
    var lower = words.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    var named = NAMES.get(lower);
    if (named != null) {
      return Optional.of(named);
    }
    var locale = Locale.forLanguageTag(lower);
    boolean whole = locale.toLanguageTag().equalsIgnoreCase(lower);
    return whole && (ISO.contains(locale.getLanguage()) || locale.getLanguage().length() == 3)
        ? Optional.of(locale.toLanguageTag())
        : Optional.empty();
  }
}
