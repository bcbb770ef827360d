package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What customer and workshop write to each other; a workshop brings its token. */
final class TalkSteps {
  private TalkSteps() {}

  /** {@code order say}. */
  @Command(
      name = "say",
      mixinStandardHelpOptions = true,
      description = "Writes to the workshop; as a workshop (--token) to the customer.")
  static final class Say extends OrderSteps.Step {
    @Parameters(index = "1", paramLabel = "TEXT", description = "Up to 2,000 characters.")
    private String text = "";

    @Option(
        names = "--workshop",
        paramLabel = "ID",
        description = "To whom, when the order has several workshops.")
    private @Nullable String workshop;

    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      var body = new LinkedHashMap<String, Object>();
      body.put("text", text);
      if (workshop != null) {
        body.put("workshop", workshop);
      }
      print(client.put("orders/%s/messages/%s".formatted(order.order(), UUID.randomUUID()), body));
      return 0;
    }
  }

  /** {@code order talk}. */
  @Command(
      name = "talk",
      mixinStandardHelpOptions = true,
      description = "Shows what was written, oldest first.")
  static final class Talk extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      long after = 0;
      boolean more = true;
      while (more) {
        var page = client.get("orders/%s/messages?after=%d".formatted(order.order(), after));
        page.path("messages").forEach(TalkSteps::print);
        after = page.path("next").asLong();
        more = page.path("more").asBoolean();
      }
      return 0;
    }
  }

  private static void print(JsonNode message) {
    var workshop = message.path("workshop").asString();
    boolean theirs = message.path("by").asString().equals("workshop");
    System.out.printf(
        "%s  %s: %s%n",
        message.path("at").asString(),
        theirs ? workshop : "customer to " + workshop,
        message.has("text") ? message.path("text").asString() : "(forgotten)");
  }
}
