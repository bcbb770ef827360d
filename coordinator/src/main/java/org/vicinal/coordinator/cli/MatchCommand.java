package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code order match}: who near me could make this? Nothing is ordered. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Tells who near you could make it, by when and for about how much, and why the others"
          + " cannot.",
      "Nothing is ordered and nobody is told. It ends with 3 when nobody can."
    })
final class MatchCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm").withZone(ZoneId.systemDefault());
  private static final int NOBODY = 3;

  @Parameters(
      paramLabel = "RELEASE|FILE",
      description = "design@version, or a file of your own: a program (G-code) or a model.")
  private String what = "";

  @Option(names = "--at", required = true, paramLabel = "LAT,LON", description = "Where you are.")
  private String at = "";

  @Option(names = "--pieces", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int pieces = 1;

  @Option(
      names = "--by",
      paramLabel = "WHEN",
      description = "2026-05-01T12:00:00Z, or a length of time such as 24h (default: 3d).")
  private String by = "3d";

  @Mixin private AskingFlags asking = new AskingFlags();

  @Option(
      names = "--wish",
      paramLabel = "WISH",
      description = "nearest, soonest, cheapest or spread: what counts within a ring.")
  private String wish = "nearest";

  @Option(names = "--json", description = "For programs: what POST /api/v1/matches answered.")
  private boolean json;

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Option(names = "--token", paramLabel = "TOKEN", description = "Of the role customer.")
  private @Nullable String token;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var body = new LinkedHashMap<String, Object>();
    ApiClient client;
    if (what.contains("@") && !Files.exists(Path.of(what))) {
      client = new ApiClient(coordinator, token);
      body.put("release", what);
    } else {
      var random = new SecureRandom();
      var link =
          new SecretLink(
              coordinator,
              PlaceCommand.newId("question", random),
              token == null ? SecretLink.newSecret(random) : null);
      client = link.client(token);
      body.putAll(BroughtFile.bring(client, what, asking.material()));
    }
    asking.addTo(body);
    body.put("pieces", pieces);
    body.put("wanted", PlaceCommand.wanted(by, Instant.now()));
    body.put("place", EnrolCommand.place("--at", at));
    body.put("wish", wish);
    var matches = client.post("matches", body);
    var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(matches.toPrettyString());
    } else {
      print(matches, out);
    }
    out.flush();
    return matches.path("rings").isEmpty() ? NOBODY : 0;
  }

  private static void print(JsonNode matches, PrintWriter out) {
    out.println(matches.path("verdict").asString());
    if (matches.has("program")) {
      out.println(matches.path("program").asString());
    }
    for (var ring : matches.path("rings")) {
      out.println(ring.path("name").asString());
      for (var fit : ring.path("fits")) {
        out.printf(
            "  %-24s %5.1f km  %-12s %s, %s%n",
            fit.path("name").asString(),
            fit.path("kilometres").asDouble(),
            fit.path("machine").asString(),
            ready(fit),
            fit.path("price").path("words").asString("no published price"));
      }
    }
    if (!matches.path("nearMisses").isEmpty()) {
      out.println("cannot, near by");
    }
    for (var miss : matches.path("nearMisses")) {
      var missing = new java.util.StringJoiner("; ");
      miss.path("missing").forEach(thing -> missing.add(thing.asString()));
      int more = miss.path("more").asInt();
      out.printf(
          "  %-24s %5.1f km  %-12s %s%s%n",
          miss.path("name").asString(),
          miss.path("kilometres").asDouble(),
          miss.path("machine").asString(),
          missing,
          more == 0 ? "" : "; and " + more + " more");
    }
  }

  private static String ready(JsonNode fit) {
    if (!fit.has("earliest")) {
      return "has to say when";
    }
    var ready = TIME.format(Instant.parse(fit.path("earliest").asString()));
    return (fit.path("inTime").asBoolean() ? "ready " : "too late: ready ") + ready;
  }
}
