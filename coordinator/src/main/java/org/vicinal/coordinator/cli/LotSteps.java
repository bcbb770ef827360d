package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What a customer says after the machines have stopped. */
final class LotSteps {
  private LotSteps() {}

  /** {@code order story}. */
  @Command(
      name = "story",
      mixinStandardHelpOptions = true,
      description = "Tells an order from its beginning, and what comes next.")
  static final class StoryStep extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      System.out.print(client.text("orders/" + order.order() + "/story"));
      return 0;
    }
  }

  /** {@code order lots}. */
  @Command(
      name = "lots",
      mixinStandardHelpOptions = true,
      description = "Lists the lots of an order: where each is, what is owed, the pickup code.")
  static final class LotsStep extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      for (var lot : client.get("lots").path("lots")) {
        if (lot.path("order").asString().equals(order.order().value())) {
          print(lot);
        }
      }
      return 0;
    }
  }

  private static void print(JsonNode lot) {
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
      System.out.printf(
          "    proposal %d of %s: %s%n    answer it: ./vicinal order answer LINK %d yes|no%n",
          lot.path("proposal").path("number").asInt(),
          lot.path("proposal").path("by").asString(),
          lot.path("proposal").path("remedy"),
          lot.path("proposal").path("number").asInt());
    }
    lot.path("words").forEach(words -> line(words.path("about").asString(), words.path("text")));
  }

  private static void line(String what, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      System.out.printf("    %s: %s%n", what, value.asString());
    }
  }

  /** Says something about one lot. */
  abstract static class Say extends OrderSteps.Step {
    @Option(
        names = "--lot",
        paramLabel = "LOT",
        description = "Which, when the order has several; order lots names them.")
    private @Nullable String lot;

    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      print(client.post("lots/" + lotOf(order, client) + "/" + verb(), body()));
      return 0;
    }

    abstract String verb();

    Map<String, Object> body() {
      return Map.of();
    }

    private String lotOf(SecretLink order, ApiClient client)
        throws IOException, InterruptedException {
      if (lot != null) {
        return lot;
      }
      String only = null;
      for (var one : client.get("lots").path("lots")) {
        boolean mine = one.path("order").asString().equals(order.order().value());
        if (mine && !one.path("state").asString().equals("settled")) {
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
  }

  /** {@code order first-piece}. */
  @Command(
      name = "first-piece",
      mixinStandardHelpOptions = true,
      description = "Says whether the first piece is good, so that the others are made.")
  static final class FirstPiece extends Say {
    @Parameters(index = "1", paramLabel = "good|bad", description = "Whether it is.")
    private Verdict verdict = Verdict.good;

    @Option(names = "--because", paramLabel = "TEXT", description = "What is not good.")
    private @Nullable String why;

    enum Verdict {
      good,
      bad
    }

    @Override
    String verb() {
      return "first-piece";
    }

    @Override
    Map<String, Object> body() {
      return plus(Map.of("good", (Object) (verdict == Verdict.good)), "reason", why);
    }
  }

  /** {@code order collected}. */
  @Command(
      name = "collected",
      mixinStandardHelpOptions = true,
      description = "Says that you have the pieces.")
  static final class Collected extends Say {
    @Override
    String verb() {
      return "collection";
    }
  }

  /** {@code order accept}. */
  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description = "Says that the pieces are good.")
  static final class Accept extends Say {
    @Option(names = "--remark", paramLabel = "TEXT", description = "For the workshop to read.")
    private @Nullable String remark;

    @Override
    String verb() {
      return "acceptance";
    }

    @Override
    Map<String, Object> body() {
      return plus(Map.of(), "reason", remark);
    }
  }

  /** {@code order refuse}. */
  @Command(
      name = "refuse",
      mixinStandardHelpOptions = true,
      description = "Says that pieces are not good; then the two of you look for a remedy.")
  static final class Refuse extends Say {
    @Option(
        names = "--pieces",
        paramLabel = "N",
        required = true,
        description = "How many are not good.")
    private int pieces;

    @Option(
        names = "--because",
        paramLabel = "TEXT",
        required = true,
        description = "What is not good.")
    private String why = "";

    @Override
    String verb() {
      return "refusal";
    }

    @Override
    Map<String, Object> body() {
      return Map.of("pieces", pieces, "reason", why);
    }
  }

  /** {@code order propose}. */
  @Command(
      name = "propose",
      mixinStandardHelpOptions = true,
      description = "Proposes a remedy: a remake, a part payment, or a mediator.")
  static final class Propose extends Say {
    @Option(names = "--remake-by", paramLabel = "INSTANT", description = "Made again until then.")
    private @Nullable String remakeBy;

    @Option(names = "--pay", paramLabel = "MINOR_UNITS", description = "Cents, or minutes of work.")
    private @Nullable Long pay;

    @Option(
        names = "--mediator",
        paramLabel = "PERSON",
        description = "A steward of the community.")
    private @Nullable String mediator;

    @Override
    String verb() {
      return "proposals";
    }

    @Override
    Map<String, Object> body() {
      return plus(
          plus(plus(Map.of(), "readyBy", remakeBy), "minorUnits", pay), "mediator", mediator);
    }
  }

  /** {@code order answer}. */
  @Command(
      name = "answer",
      mixinStandardHelpOptions = true,
      description = "Says yes or no to a proposal of the workshop.")
  static final class AnswerStep extends Say {
    @Parameters(index = "1", paramLabel = "NUMBER", description = "The proposal's.")
    private int number;

    @Parameters(index = "2", paramLabel = "yes|no", description = "Your answer.")
    private Word word = Word.no;

    enum Word {
      yes,
      no
    }

    @Override
    String verb() {
      return "proposals/" + number + "/answer";
    }

    @Override
    Map<String, Object> body() {
      return Map.of("yes", word == Word.yes);
    }
  }

  /** {@code order paid}. */
  @Command(
      name = "paid",
      mixinStandardHelpOptions = true,
      description = "Ticks that you have paid what is owed. No money moves here.")
  static final class Paid extends Say {
    @Override
    String verb() {
      return "paid";
    }
  }

  /** {@code order forget}. */
  @Command(
      name = "forget",
      mixinStandardHelpOptions = true,
      description = "Forgets what you told about an order that is over. There is no way back.")
  static final class Forget extends OrderSteps.Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      client.delete("orders/" + order.order() + "/personal");
      System.out.println("Forgotten: contact, exact place, note and words. The bare facts stay.");
      return 0;
    }
  }

  private static Map<String, Object> plus(
      Map<String, Object> body, String field, @Nullable Object value) {
    if (value == null) {
      return body;
    }
    var more = new LinkedHashMap<>(body);
    more.put(field, value);
    return more;
  }
}
