package org.vicinal.coordinator.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say how workshops are chosen. */
final class ChoosingFlags {
  @Option(
      names = "--choose",
      paramLabel = "RULE",
      description = "nearest (default), cheapest, soonest, spread or i-choose.")
  private @Nullable String by;

  @Option(
      names = "--limit",
      paramLabel = "AMOUNT",
      description = "The most that all may cost, such as \"12.50 EUR\" or \"2 HOURS\".")
  private @Nullable String limit;

  @Option(names = "--delivery", description = "To be brought or shipped (default: picked up).")
  private boolean delivery;

  @Option(names = "--together", description = "All pieces from one workshop, in one batch.")
  private boolean together;

  @Option(
      names = "--handovers",
      paramLabel = "N",
      description = "At how many workshops you fetch pieces (default: 1).")
  private @Nullable Integer handovers;

  @Option(
      names = "--look-hours",
      paramLabel = "H",
      description = "How long you may look at bids before the nearest gets it (default: 24).")
  private @Nullable Double lookHours;

  @Option(names = "--first-piece", description = "Accept one piece before the others are made.")
  private boolean firstPiece;

  /** As the API wants it. */
  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    put(body, "by", by);
    put(body, "limit", limit);
    put(body, "handovers", handovers);
    put(body, "lookHours", lookHours);
    put(body, "handover", delivery ? "delivery" : null);
    put(body, "together", together ? true : null);
    put(body, "firstPiece", firstPiece ? true : null);
    return body;
  }

  private static void put(Map<String, Object> body, String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
