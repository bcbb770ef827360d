package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code design search}: what is there that I could have made? */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds designs by words in several languages; a slip of the finger does no harm. Everything",
      "that is said must hold. It ends with 3 when nothing is found."
    })
final class SearchCommand implements Callable<Integer> {
  private static final int NOTHING = 3;

  @Parameters(
      paramLabel = "WORDS",
      arity = "0..*",
      description = "Such as: coat hook, or: handle fits: Miele, S5")
  private List<String> words = List.of();

  @Option(names = "--fits", paramLabel = "BRAND,MODEL,PART", description = "What it is a part for.")
  private @Nullable String fits;

  @Option(names = "--process", paramLabel = "NAME", description = "Such as FFF or milling.")
  private @Nullable String process;

  @Option(names = "--material", paramLabel = "NAME", description = "Such as PLA, or a family.")
  private @Nullable String material;

  @Option(
      names = "--within",
      paramLabel = "LxWxH",
      description = "A box that it fits into, however it is turned (mm), such as 200x200x180.")
  private @Nullable String within;

  @Option(names = "--licence", paramLabel = "SPDX", description = "An identifier in its licence.")
  private @Nullable String licence;

  @Option(names = "--sellable", description = "Others may make and sell it.")
  private boolean sellable;

  @Option(
      names = "--near",
      paramLabel = "LAT,LON",
      description = "A workshop around there could make it.")
  private @Nullable String near;

  @Option(names = "--limit", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Option(names = "--json", description = "For programs: what GET /api/v1/designs answered.")
  private boolean json;

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var answer = new ApiClient(coordinator, null).get("designs?" + query());
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(answer.toPrettyString());
    } else {
      print(answer, out);
    }
    out.flush();
    return answer.path("designs").isEmpty() ? NOTHING : 0;
  }

  private String query() {
    var said = new LinkedHashMap<String, @Nullable String>();
    said.put("q", String.join(" ", words));
    said.put("fits", fits);
    said.put("process", process);
    said.put("material", material);
    said.put("within", within);
    said.put("licence", licence);
    said.put("sellable", sellable ? "true" : null);
    said.put("near", near);
    said.put("limit", String.valueOf(limit));
    return said.entrySet().stream()
        .filter(it -> it.getValue() != null)
        .map(SearchCommand::pair)
        .collect(Collectors.joining("&"));
  }

  private static String pair(Map.Entry<String, @Nullable String> said) {
    return said.getKey()
        + "="
        + URLEncoder.encode(String.valueOf(said.getValue()), StandardCharsets.UTF_8);
  }

  private static void print(JsonNode answer, PrintWriter out) {
    for (var design : answer.path("designs")) {
      var release = newest(design);
      out.printf(
          "%-32s %s%n", release.path("release").asString(), release.path("title").asString());
      var size = release.path("requirement").path("size");
      out.printf(
          "    %s, %.0f x %.0f x %.0f mm, %s, built %d times%n",
          release.path("requirement").path("material").asString(),
          size.path("x").asDouble(),
          size.path("y").asDouble(),
          size.path("z").asDouble(),
          release.path("licence").asString(),
          design.path("builds").asLong());
      if (design.has("near")) {
        out.printf(
            "    %s could make it, about %.1f km away%n",
            design.path("near").path("name").asString(),
            design.path("near").path("kilometres").asDouble());
      }
      if (release.has("warning")) {
        out.printf("    Warning: %s%n", release.path("warning").asString());
      }
    }
    if (answer.path("designs").isEmpty()) {
      out.println("Nothing was found. Try fewer words, or other ones.");
    } else if (answer.has("total")) {
      out.printf("%d of %d%n", answer.path("designs").size(), answer.path("total").asLong());
    }
  }

  /** The last that is not withdrawn. */
  private static JsonNode newest(JsonNode design) {
    JsonNode newest = design.path("releases").path(0);
    for (var release : design.path("releases")) {
      newest = release.has("withdrawn") ? newest : release;
    }
    return newest;
  }
}
