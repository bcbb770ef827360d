package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What can be done with an order that is placed. */
final class OrderSteps {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());
  private static final Set<String> ENDED = Set.of("MADE", "UNMADE", "CANCELLED", "EXPIRED");

  private OrderSteps() {}

  /** The link, and a token for those who have one. */
  abstract static class Step implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LINK", description = "The link that place printed.")
    private String link = "";

    @Option(names = "--token", paramLabel = "TOKEN", description = "When the link has no secret.")
    private @Nullable String token;

    @Override
    public Integer call() throws IOException, InterruptedException {
      var parsed = SecretLink.parse(link);
      return with(parsed, parsed.client(token));
    }

    abstract int with(SecretLink order, ApiClient client) throws IOException, InterruptedException;
  }

  /** {@code order show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Tells how an order stands.")
  static final class Show extends Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      print(client.get("orders/" + order.order()));
      return 0;
    }
  }

  /** {@code order confirm}. */
  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = "Yes, I mean it: workshops may be asked.")
  static final class Confirm extends Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      print(client.post("orders/" + order.order() + "/confirmation", Map.of()));
      return 0;
    }
  }

  /** {@code order cancel}. */
  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "I do not want it any more.")
  static final class Cancel extends Step {
    @Option(names = "--why", paramLabel = "TEXT", description = "For those who made some of it.")
    private String why = "cancelled by the customer";

    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      print(client.post("orders/" + order.order() + "/cancellation", Map.of("reason", why)));
      return 0;
    }
  }

  /** {@code order follow}. */
  @Command(
      name = "follow",
      mixinStandardHelpOptions = true,
      description =
          "Tells what happens, a line each, until the order ends (exit 0 when it is made).")
  static final class Follow extends Step {
    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      return follow(order, client);
    }
  }

  static int follow(SecretLink order, ApiClient client) throws IOException, InterruptedException {
    var teller = new Teller();
    try {
      client.follow("orders/" + order.order() + "/events", teller::tell);
    } catch (Ended end) {
      return end.state.equals("MADE") ? 0 : 3;
    }
    throw new ApiClient.Failed("The coordinator ended the stream. Follow again: order follow LINK");
  }

  private static void print(JsonNode order) {
    if (!order.has("story")) {
      System.out.println(order.path("detail").asString("It goes on."));
      return;
    }
    new Teller().lines(order);
    var waiting = order.path("waitingFor");
    System.out.println(
        waiting.isMissingNode() || waiting.isNull()
            ? order.path("state").asString() + ended(order)
            : "Waits: " + waiting.path("what").asString() + until(waiting));
  }

  private static String ended(JsonNode order) {
    var outcome = order.path("outcome").asString("");
    return outcome.isEmpty() ? "" : ": " + outcome;
  }

  private static String until(JsonNode waiting) {
    return waiting.has("until")
        ? " (until " + CLOCK.format(Instant.parse(waiting.path("until").asString())) + ")"
        : "";
  }

  /** Prints each sentence of a story once, and progress in steps of ten percent. */
  private static final class Teller {
    private int told;
    private int tenths;

    void tell(JsonNode order) {
      lines(order);
      int now = (int) (order.path("progress").asDouble() * 10);
      if (now > tenths && now < 10) {
        System.out.printf("       %d %% made%n", now * 10);
      }
      tenths = Math.max(tenths, now);
      var state = order.path("state").asString();
      if (ENDED.contains(state)) {
        throw new Ended(state);
      }
    }

    void lines(JsonNode order) {
      var story = order.path("story");
      for (; told < story.size(); told++) {
        var line = story.get(told);
        System.out.printf(
            "%s  %s%n",
            CLOCK.format(Instant.parse(line.path("at").asString())), line.path("text").asString());
      }
    }
  }

  /** Leaves a stream that has nothing more to say. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String state;

    Ended(String state) {
      super(state, null, false, false);
      this.state = state;
    }
  }
}
