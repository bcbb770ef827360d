package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code coordinator rules}: what holds here, since when, and why. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Shows the community's rules, or enacts new ones.",
    subcommands = {RulesCommand.Show.class, RulesCommand.Enact.class},
    footer = {
      "",
      "  ./vicinal coordinator rules show > rules.json     then edit it",
      "  ./vicinal coordinator rules enact rules.json --because \"a week was too short\"",
      "",
      "Rules hold for orders that are placed afterwards; a change never reaches back."
    })
final class RulesCommand implements Callable<Integer> {
  @Mixin private Reach reach = new Reach();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return show(reach.client());
  }

  private static int show(ApiClient client) throws IOException, InterruptedException {
    var known = client.get("community/rules");
    System.out.println(known.path("rules").toPrettyString());
    for (var version : known.path("history")) {
      System.err.printf(
          "version %d since %s, by %s: %s%n",
          version.path("version").asInt(),
          version.path("at").asString(),
          version.path("author").asString(),
          version.path("reason").asString());
    }
    return 0;
  }

  /** {@code coordinator rules show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "The rules in force as JSON; their history on standard error.")
  static final class Show implements Callable<Integer> {
    @Mixin private Reach reach = new Reach();

    @Override
    public Integer call() throws IOException, InterruptedException {
      return show(reach.client());
    }
  }

  /** {@code coordinator rules enact}. */
  @Command(
      name = "enact",
      mixinStandardHelpOptions = true,
      description = "Enacts the rules of a file, as the next version.")
  static final class Enact implements Callable<Integer> {
    @Mixin private Reach reach = new Reach();

    @Parameters(paramLabel = "FILE", description = "As rules show printed it, edited.")
    private Path file = Path.of("rules.json");

    @Option(
        names = "--because",
        paramLabel = "TEXT",
        required = true,
        description = "Why, for everybody to read.")
    private String because = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
      var client = reach.client();
      int next = client.get("community/rules").path("rules").path("version").asInt() + 1;
      var rules = read(file);
      rules.put("version", next);
      client.put("community/rules/" + next, Map.of("rules", rules, "reason", because));
      System.out.println("Rules of version " + next + " hold for orders from now on.");
      return 0;
    }

    private static ObjectNode read(Path file) throws IOException {
      try {
        JsonNode read = Json.WIRE.mapper().readTree(Files.readAllBytes(file));
        if (read instanceof ObjectNode rules) {
          return rules;
        }
      } catch (JacksonException notJson) {
        // Falls through: the answer is the same.
      }
      throw new ConfigurationError(
          "Expected %s to hold rules as JSON, as rules show prints them.".formatted(file));
    }
  }
}
