package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Looking at bids, choosing from them, and asking why a rule chose as it did. */
final class ChoiceSteps {
  private ChoiceSteps() {}

  /** {@code order bids}. */
  @Command(
      name = "bids",
      mixinStandardHelpOptions = true,
      description = "Lists the bids, open book; those that may be chosen now are marked *.")
  static final class Bids extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      var seen = client.get("orders/" + order.order() + "/bids");
      for (var bid : seen.path("bids")) {
        print(bid);
      }
      if (seen.has("chooseUntil")) {
        System.out.printf(
            "Choose until %s: ./vicinal order choose LINK WORKSHOP[=PIECES]%nOtherwise %s.%n",
            seen.path("chooseUntil").asString(), seen.path("then").asString());
      }
      return 0;
    }

    private static void print(JsonNode bid) {
      System.out.printf(
          "%s %s  %d pieces, %s, ready by %s%n",
          bid.path("mayTake").asBoolean() ? "*" : " ",
          bid.path("workshop").asString(),
          bid.path("pieces").asInt(),
          bid.path("costs").asString(),
          bid.path("readyBy").asString());
      for (var line : bid.path("price").path("lines")) {
        System.out.println("      " + line.path("what").asString());
      }
      for (var differs : bid.path("differs")) {
        System.out.println("    not as wished: " + differs.asString());
      }
    }
  }

  /** {@code order choose}. */
  @Command(
      name = "choose",
      mixinStandardHelpOptions = true,
      description = "Takes bids; without a workshop none of them, and the search goes on.")
  static final class Choose extends OrderSteps.Step {
    @Parameters(index = "1..*", paramLabel = "WORKSHOP[=PIECES]", description = "Whose bids.")
    private List<String> chosen = List.of();

    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      var picks = new ArrayList<Map<String, Object>>();
      for (var one : chosen) {
        var words = one.split("=", 2);
        picks.add(
            words.length == 1
                ? Map.of("workshop", one)
                : Map.of("workshop", words[0], "pieces", number(words[1])));
      }
      var answer = client.post("orders/" + order.order() + "/choice", Map.of("picks", picks));
      System.out.println("Now: " + answer.path("state").asString("it goes on"));
      return 0;
    }

    private static int number(String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new ConfigurationError(
            "Expected WORKSHOP=PIECES with a whole number, but found \"" + text + "\".");
      }
    }
  }

  /** {@code order why}. */
  @Command(
      name = "why",
      mixinStandardHelpOptions = true,
      description = "Tells, line by line, why a rule chose as it did.")
  static final class Why extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      for (var choice : client.get("orders/" + order.order() + "/why").path("choices")) {
        System.out.println(choice.path("at").asString());
        choice.path("summary").forEach(line -> System.out.println("  " + line.asString()));
        for (var bid : choice.path("table")) {
          System.out.println("    " + bid.path("workshop").asString());
          bid.path("lines").forEach(line -> System.out.println("      " + line.asString()));
        }
      }
      return 0;
    }
  }
}
