package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code coordinator quarantine}: what nobody is given, and why. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a file or a design out of use, and puts it back; without a subcommand, lists them.",
      "Everybody whom it concerns reads the reason. What is being made already goes on."
    },
    subcommands = {
      QuarantineCommand.Hold.class,
      QuarantineCommand.Release.class,
      QuarantineCommand.Remove.class
    },
    footer = {
      "",
      "  ./vicinal coordinator quarantine hold coat-hook --because \"breaks under a coat\"",
      "  ./vicinal coordinator quarantine release coat-hook --because \"it was another design\"",
      "  ./vicinal coordinator quarantine hold SHA256 --because \"shows a person\"",
      "  ./vicinal coordinator quarantine remove SHA256 --because \"the person wants it gone\"",
      "",
      "A name of 64 hexadecimal digits is a file's, any other a design's."
    })
final class QuarantineCommand implements Callable<Integer> {
  @Mixin private Reach reach = new Reach();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var all = reach.client().get("quarantine").path("quarantine");
    for (var one : all) {
      print(out, one);
    }
    if (all.isEmpty()) {
      out.println("Nothing was ever put in quarantine.");
    }
    out.flush();
    return 0;
  }

  private static void print(PrintWriter out, JsonNode one) {
    var name = one.path("suspect").asString();
    out.printf(
        "%s %s: %s since %s: %s%n",
        name.startsWith("f.") ? "file" : "design",
        name.substring(2),
        one.path("standing").asString().toLowerCase(Locale.ROOT).replace('_', ' '),
        one.path("since").asString(),
        one.path("reason").asString());
  }

  /** What the three subcommands have in common. */
  abstract static class Say implements Callable<Integer> {
    @Mixin private Reach reach = new Reach();

    @Parameters(paramLabel = "NAME", description = "A file's SHA-256, or a design.")
    private String name = "";

    @Option(
        names = "--because",
        paramLabel = "TEXT",
        required = true,
        description = "Why, for everybody whom it concerns to read.")
    private String because = "";

    @Spec private @Nullable CommandSpec spec;

    abstract JsonNode say(ApiClient client, String suspect, Map<String, String> why)
        throws IOException, InterruptedException;

    @Override
    public Integer call() throws IOException, InterruptedException {
      boolean file = name.matches("[0-9a-f]{64}");
      if (!file && !name.matches("[a-z0-9][a-z0-9._-]{0,77}")) {
        throw new ConfigurationError(
            "Expected a file's SHA-256 or the name of a design, but found \"%s\".".formatted(name));
      }
      var client = reach.client();
      if (!file) {
        client.get("designs/" + name); // a misspelt name says so
      }
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      print(out, say(client, (file ? "f." : "d.") + name, Map.of("reason", because)));
      out.flush();
      return 0;
    }
  }

  /** {@code coordinator quarantine hold}. */
  @Command(
      name = "hold",
      mixinStandardHelpOptions = true,
      description = "Nobody is given it, and nobody can order it, until it is released.")
  static final class Hold extends Say {
    @Override
    JsonNode say(ApiClient client, String suspect, Map<String, String> why)
        throws IOException, InterruptedException {
      return client.put("quarantine/" + suspect, why);
    }
  }

  /** {@code coordinator quarantine release}. */
  @Command(name = "release", mixinStandardHelpOptions = true, description = "It is in use again.")
  static final class Release extends Say {
    @Override
    JsonNode say(ApiClient client, String suspect, Map<String, String> why)
        throws IOException, InterruptedException {
      return client.post("quarantine/" + suspect + "/release", why);
    }
  }

  /** {@code coordinator quarantine remove}. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "Destroys a file that is in quarantine, which cannot be undone. The reason stays, and the",
        "same bytes are not taken again. Workshops may have copies of what they have made."
      })
  static final class Remove extends Say {
    @Override
    JsonNode say(ApiClient client, String suspect, Map<String, String> why)
        throws IOException, InterruptedException {
      return client.post("quarantine/" + suspect + "/removal", why);
    }
  }
}
