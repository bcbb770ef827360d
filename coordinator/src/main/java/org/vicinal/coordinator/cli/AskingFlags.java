package org.vicinal.coordinator.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Option;

/** The flags that say what is asked of the part beyond its files. */
final class AskingFlags {
  private static final Pattern CRITICAL =
      Pattern.compile(
          "(.+?)=\\s*(\\d+(?:\\.\\d+)?)\\s*(?:±|\\+/?-)\\s*(\\d+(?:\\.\\d+)?)\\s*(?:mm)?");

  @Option(
      names = "--material",
      paramLabel = "NAME",
      description = "For a file of your own; for a release a kind of what its design says.")
  private @Nullable String material;

  @Option(
      names = "--process",
      paramLabel = "NAME",
      description = "For a model without a program, such as FFF or milling.")
  private @Nullable String process;

  @Option(names = "--colour", paramLabel = "NAME", description = "Such as black.")
  private @Nullable String colour;

  @Option(
      names = "--finish",
      paramLabel = "NAME",
      split = ",",
      description = "Such as sanded; several with commas.")
  private @Nullable List<String> finishes;

  @Option(
      names = "--tolerance",
      paramLabel = "CLASS",
      description = "f, m, c or v (ISO 2768), or IT5 to IT18 (ISO 286).")
  private @Nullable String tolerance;

  @Option(
      names = "--critical",
      paramLabel = "NAME=MM±MM",
      description = "A dimension to be measured, such as \"bore=8±0.05\"; may be repeated.")
  private @Nullable List<String> critical;

  @Option(
      names = "--for",
      paramLabel = "PURPOSE",
      split = ",",
      description = "ordinary, food, skin, child-under-three, load-bearing, mains-voltage.")
  private @Nullable List<String> purposes;

  @Option(names = "--heat", paramLabel = "°C", description = "What it must bear in use.")
  private @Nullable Integer heat;

  @Nullable String material() {
    return material;
  }

  /** As the API wants it, into the body of a request. */
  void addTo(Map<String, Object> body) {
    put(body, "material", material);
    put(body, "process", process);
    var asks = new LinkedHashMap<String, Object>();
    put(asks, "colour", colour);
    put(asks, "finishes", finishes);
    put(asks, "tolerance", tolerance);
    put(asks, "purposes", purposes);
    put(asks, "heatCelsius", heat);
    if (critical != null) {
      var dimensions = new ArrayList<Map<String, Object>>();
      critical.forEach(text -> dimensions.add(dimension(text)));
      asks.put("critical", dimensions);
    }
    if (!asks.isEmpty()) {
      body.put("asks", asks);
    }
  }

  private static Map<String, Object> dimension(String text) {
    var matcher = CRITICAL.matcher(text.strip());
    if (!matcher.matches()) {
      throw new ConfigurationError(
          "Expected --critical NAME=MM±MM such as \"bore=8±0.05\" (or bore=8+-0.05), but found \""
              + text
              + "\".");
    }
    return Map.of(
        "what",
        matcher.group(1).strip(),
        "nominalMm",
        Double.parseDouble(matcher.group(2)),
        "plusMinusMm",
        Double.parseDouble(matcher.group(3)));
  }

  private static void put(Map<String, Object> body, String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
