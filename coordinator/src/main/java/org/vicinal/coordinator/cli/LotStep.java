package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Says something about one lot. */
abstract class LotStep extends OrderSteps.Step {
  @Option(
      names = "--lot",
      paramLabel = "LOT",
      description = "Which, when the order has several; order lots names them.")
  private @Nullable String lot;

  @Override
  int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
    print(client.post("lots/" + lotOf(order, client) + "/" + verb(), body(order, client)));
    return 0;
  }

  abstract String verb();

  Map<String, Object> body() {
    return Map.of();
  }

  /** For those that bring something first. */
  Map<String, Object> body(SecretLink order, ApiClient client)
      throws IOException, InterruptedException {
    return body();
  }

  private String lotOf(SecretLink order, ApiClient client)
      throws IOException, InterruptedException {
    if (lot != null) {
      return lot;
    }
    String only = null;
    for (var one : client.get("lots?order=" + order.order()).path("lots")) {
      if (!one.path("state").asString().equals("settled")) {
        if (only != null) {
          throw new ConfigurationError(
              "Expected --lot, because the order has several: %s and %s. Look with order lots LINK."
                  .formatted(only, one.path("lot").asString()));
        }
        only = one.path("lot").asString();
      }
    }
    if (only == null) {
      throw new ConfigurationError(
          "Expected a lot that is not settled, but the order has none. Look with order story"
              + " LINK.");
    }
    return only;
  }

  static void print(JsonNode lot) {
    System.out.printf(
        "%s  %s: %d pieces for %s, %s%n",
        lot.path("lot").asString(),
        lot.path("workshop").asString(),
        lot.path("pieces").asInt(),
        lot.path("costs").asString(),
        lot.path("state").asString());
    line("owed", lot.path("owed"));
    line("owed if you cancel now", lot.path("owedIfCancelled"));
    line("pickup code", lot.path("pickupCode"));
    line("waits for", lot.path("waitingFor").path("what"));
    line("until", lot.path("waitingFor").path("until"));
    if (lot.has("proposal")) {
      printProposal(lot.path("proposal"));
    }
    lot.path("words").forEach(words -> line(words.path("about").asString(), words.path("text")));
  }

  private static void printProposal(JsonNode proposal) {
    boolean own = proposal.path("by").asString().equals("CUSTOMER");
    System.out.printf(
        "    proposal %d, by %s: %s%n",
        proposal.path("number").asInt(),
        own ? "you" : "the " + proposal.path("by").asString().toLowerCase(Locale.ROOT),
        proposal.path("says").asString());
    if (!own) {
      System.out.printf(
          "    answer it: ./vicinal order answer LINK %d yes|no%n",
          proposal.path("number").asInt());
    }
  }

  private static void line(String what, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      System.out.printf("    %s: %s%n", what, value.asString());
    }
  }

  /** {@code body} with one more field, when there is something to say. */
  static Map<String, Object> plus(Map<String, Object> body, String field, @Nullable Object value) {
    if (value == null) {
      return body;
    }
    var more = new LinkedHashMap<>(body);
    more.put(field, value);
    return more;
  }
}
