package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code order notices}: what the customer is told outside of the page, and where. */
@Command(
    name = "notices",
    mixinStandardHelpOptions = true,
    description = {
      "Says by what ways you are told about the order; without an option it shows them.",
      "",
      "What there is to be told: question (a workshop wrote), bid (bids to choose from),",
      "first-piece, late, ready, uncollected, dispute, payment, end.",
      ""
    })
final class NoticeStep extends OrderSteps.Step {
  @Option(names = "--mail", paramLabel = "ADDRESS", description = "Tells you by mail.")
  private @Nullable String mail;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Posts to this address, signed as Standard Webhooks has it.")
  private @Nullable String webhook;

  @Option(
      names = "--about",
      paramLabel = "WORD",
      split = ",",
      description = "Of what, with commas between (default: everything).")
  private @Nullable List<String> about;

  @Option(names = "--off", description = "Tells you nothing any more.")
  private boolean off;

  @Override
  int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
    var path = "orders/%s/notices".formatted(order.order());
    boolean asks = mail != null || webhook != null;
    if (off && asks) {
      throw new ConfigurationError("Expected either --off or an address, but found both.");
    }
    if (about != null && !asks) {
      throw new ConfigurationError("Expected --mail or --webhook beside --about.");
    }
    var body = new LinkedHashMap<String, Object>();
    put(body, "mail", mail);
    put(body, "webhook", webhook);
    put(body, "about", about);
    print(asks || off ? client.put(path, body) : client.get(path));
    return 0;
  }

  private static void put(Map<String, Object> body, String field, @Nullable Object it) {
    if (it != null) {
      body.put(field, it);
    }
  }

  private static void print(JsonNode told) {
    if (!told.has("mail") && !told.has("webhook")) {
      System.out.println(
          "You are told nothing outside of the page. Ask for it with --mail ADDRESS.");
      return;
    }
    line("mail", told.path("mail"));
    line("webhook", told.path("webhook"));
    line("its secret", told.path("secret"));
    System.out.println(
        "about: "
            + String.join(", ", told.path("about").valueStream().map(JsonNode::asString).toList()));
    line("told so far", told.path("sent"));
    for (var one : told.path("trouble")) {
      System.out.printf(
          "not told at %s: %s; %s%n",
          one.path("at").asString(),
          one.path("why").asString(),
          one.has("next") ? "tried again at " + one.path("next").asString() : "given up");
    }
  }

  private static void line(String what, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      System.out.println(what + ": " + value.asString());
    }
  }
}
