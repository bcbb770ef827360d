package org.vicinal.coordinator.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.messages.config.ConfigurationError;

/** What a manifest says of a release, as the API wants it. */
final class ReleaseBody {
  private static final int LONGEST_FUNCTION = 2_000;

  private ReleaseBody() {}

  /**
   * Everything but the files.
   *
   * @param two the manifest as Open Know-How 2
   * @param material instead of its parts'; null when they are to say
   * @param process likewise
   */
  static Map<String, Object> of(
      String file, Table two, @Nullable String material, @Nullable String process) {
    var body = new LinkedHashMap<String, Object>();
    body.put("title", two.words("name").orElseThrow());
    body.put("licence", two.words("license").orElse(""));
    body.put("description", two.words("function").map(ReleaseBody::clipped).orElse(""));
    body.put(
        "material",
        material != null
            ? material
            : ofParts(two, "material").orElseThrow(() -> missing(file, "material")));
    Optional.ofNullable(process)
        .or(
            () ->
                ofParts(two, "printing-process")
                    .or(() -> ofParts(two, "tsdc"))
                    .map(ReleaseBody::process))
        .ifPresent(it -> body.put("process", it));
    two.words("fork-of").ifPresent(it -> body.put("forkOf", it));
    var keywords = list(two, "keywords").flatMap(it -> it.words().stream()).toList();
    if (!keywords.isEmpty()) {
      body.put("keywords", keywords);
    }
    var fits = list(two, "fits").flatMap(it -> fits(it).stream()).toList();
    if (!fits.isEmpty()) {
      body.put("fits", fits);
    }
    return body;
  }

  private static Stream<Node> list(Table two, String key) {
    return two.find(key).stream().flatMap(it -> it.each().stream());
  }

  /** {@code "Miele, S5, handle"}, or a table of brand, model and part. */
  private static Optional<Map<String, String>> fits(Node node) {
    var fits = new LinkedHashMap<String, String>();
    var keys = List.of("brand", "model", "part");
    if (node instanceof Table table) {
      keys.forEach(key -> table.words(key).ifPresent(it -> fits.put(key, it)));
    } else {
      var words = node.words().orElse("").split(",", keys.size());
      for (int i = 0; i < words.length; i++) {
        if (!words[i].isBlank()) {
          fits.put(keys.get(i), words[i].strip());
        }
      }
    }
    return fits.containsKey("brand") ? Optional.of(fits) : Optional.empty();
  }

  private static String clipped(String words) {
    return words.length() > LONGEST_FUNCTION ? words.substring(0, LONGEST_FUNCTION) : words;
  }

  private static ConfigurationError missing(String file, String key) {
    return new ConfigurationError(
        "%s names no %s in its parts. Add %s = \"PLA\" to a [[part]], or say --%s NAME."
            .formatted(file, key, key, key));
  }

  private static String process(String code) {
    return switch (code.toUpperCase(Locale.ROOT)) {
      case "FDM", "FFF", "3DP" -> "FFF";
      case "CNC" -> "milling";
      default -> code;
    };
  }

  /** What the first part says that says it. */
  private static Optional<String> ofParts(Table two, String key) {
    return Stream.concat(Stream.of(two), list(two, "part"))
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .flatMap(it -> list(it, key))
        .flatMap((Node it) -> it.words().stream())
        .findFirst();
  }
}
