package org.vicinal.commons.licence;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write instead of an SPDX name, where only one licence can be meant. */
final class Aliases {
  private static final Pattern CREATIVE_COMMONS =
      Pattern.compile("cc by( nc)?( sa| nd)?(?: nc)? ?(1\\.0|2\\.0|2\\.5|3\\.0|4\\.0)");
  private static final Pattern CERN =
      Pattern.compile("cern ohl( [spw])? v?(1\\.1|1\\.2|2|2\\.0)( [spw])?");
  private static final Pattern GNU =
      Pattern.compile("(gnu )?(a|l)?gpl v?(2|2\\.0|2\\.1|3|3\\.0)( or later|\\+| only)?");
  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("mit", "MIT"),
          Map.entry("apache 2", "Apache-2.0"),
          Map.entry("apache 2.0", "Apache-2.0"),
          Map.entry("apache v2", "Apache-2.0"),
          Map.entry("apache v2.0", "Apache-2.0"),
          Map.entry("bsd 2 clause", "BSD-2-Clause"),
          Map.entry("bsd 3 clause", "BSD-3-Clause"),
          Map.entry("unlicense", "Unlicense"),
          Map.entry("cc0", "CC0-1.0"),
          Map.entry("cc0 1.0", "CC0-1.0"),
          Map.entry("cc0 1.0 universal", "CC0-1.0"),
          Map.entry("cc zero 1.0", "CC0-1.0"),
          Map.entry("tapr ohl", "TAPR-OHL-1.0"),
          Map.entry("tapr ohl 1.0", "TAPR-OHL-1.0"),
          Map.entry("solderpad 0.51", "SHL-0.51"),
          Map.entry("solderpad 2.1", "SHL-2.1"),
          Map.entry("mpl 2.0", "MPL-2.0"),
          Map.entry("mozilla 2.0", "MPL-2.0"));

  private Aliases() {}

  /** The licence that {@code text} must mean; nothing when its version or kind is missing. */
  static Optional<String> find(String text) {
    var folded = folded(text);
    var whole = WHOLE.get(folded);
    if (whole != null) {
      return Optional.of(whole);
    }
    return creativeCommons(folded)
        .or(() -> cern(folded))
        .or(() -> gnu(folded))
        .flatMap(Spdx::findLicence);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("https?://creativecommons.org/licenses/([a-z-]+)/([0-9.]+)\\S*", "cc $1 $2")
        .replaceAll("https?://\\S+", " ")
        .replaceAll("licenseref-", " ")
        .replaceAll("open hardware licen[cs]e", "ohl")
        .replaceAll("creative commons", "cc")
        .replaceAll("general public licen[cs]e", "gpl")
        .replaceAll("\\b(affero|lesser) gpl", "$1gpl")
        .replaceAll("share[ -]?alike", "sa")
        .replaceAll("non[ -]?commercial", "nc")
        .replaceAll("no[ -]?deriv(ative)?s?(works)?", "nd")
        .replaceAll("attribution", "by")
        .replaceAll("strongly reciprocal", "s")
        .replaceAll("weakly reciprocal", "w")
        .replaceAll("permissive", "p")
        .replaceAll("\\b(international|unported|licen[cs]e|version|the|public|generic)\\b", " ")
        .replaceAll("[^a-z0-9.+]+", " ")
        .replaceAll("^(by|by sa|by nc|by nc sa|by nd) ", "cc $1 ")
        .strip();
  }

  private static Optional<String> creativeCommons(String folded) {
    return whole(CREATIVE_COMMONS, folded)
        .map(
            found ->
                "CC-BY"
                    + (folded.contains(" nc") ? "-NC" : "")
                    + (folded.contains(" sa") ? "-SA" : folded.contains(" nd") ? "-ND" : "")
                    + "-"
                    + found.group(3));
  }

  private static Optional<String> cern(String folded) {
    return whole(CERN, folded)
        .map(
            found -> {
              var version = found.group(2);
              var kind = found.group(1) != null ? found.group(1) : found.group(3);
              if (version.startsWith("1")) {
                return "CERN-OHL-" + version;
              }
              return kind == null
                  ? ""
                  : "CERN-OHL-" + kind.strip().toUpperCase(Locale.ROOT) + "-2.0";
            });
  }

  private static Optional<String> gnu(String folded) {
    return whole(GNU, folded.replaceAll("gplv", "gpl v"))
        .map(
            found -> {
              var letter = found.group(2) == null ? "" : found.group(2).toUpperCase(Locale.ROOT);
              var version = found.group(3).contains(".") ? found.group(3) : found.group(3) + ".0";
              var tail = found.group(4) == null ? "" : found.group(4);
              boolean later = tail.contains("later") || tail.equals("+");
              return letter + "GPL-" + version + (later ? "-or-later" : "-only");
            });
  }

  private static Optional<Matcher> whole(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
