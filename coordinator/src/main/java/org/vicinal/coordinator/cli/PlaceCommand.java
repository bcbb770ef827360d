package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.OrderId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code order place}: a release of a design, or a program of one's own. */
@Command(
    name = "place",
    mixinStandardHelpOptions = true,
    description = {
      "Places an order and prints its link. Whoever has the link is its customer.",
      "Without --token the order is confirmed with --yes, or later with: order confirm LINK"
    })
final class PlaceCommand implements Callable<Integer> {
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

  @Option(names = "--title", paramLabel = "TEXT", description = "For a file of your own.")
  private @Nullable String title;

  @Option(
      names = "--origin",
      paramLabel = "own|ADDRESS",
      description = "Whose work a file is: your own, or where its author publishes it.")
  private @Nullable String origin;

  @Option(
      names = "--licence",
      paramLabel = "SPDX",
      description = "Of a file that is not your own work, such as CC-BY-SA-4.0.")
  private @Nullable String licence;

  @Mixin private AskingFlags asking = new AskingFlags();

  @Mixin private ChoosingFlags choosing = new ChoosingFlags();

  @Option(names = "--contact", paramLabel = "TEXT", description = "Kept encrypted.")
  private @Nullable String contact;

  @Option(names = "--note", paramLabel = "TEXT", description = "Kept encrypted.")
  private @Nullable String note;

  @Option(names = "--yes", description = "Confirm it at once.")
  private boolean yes;

  @Option(names = "--follow", description = "Stay and tell what happens.")
  private boolean follow;

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Option(names = "--token", paramLabel = "TOKEN", description = "Of the role customer.")
  private @Nullable String token;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var random = new SecureRandom();
    boolean release = what.contains("@") && !Files.exists(Path.of(what));
    var name = release ? what.substring(0, what.indexOf('@')) : fileTitle();
    var link =
        new SecretLink(
            coordinator, newId(name, random), token == null ? SecretLink.newSecret(random) : null);
    var client = link.client(token);
    var body = new LinkedHashMap<String, Object>();
    if (release) {
      body.put("release", what);
    } else {
      body.put("title", name);
      body.put("origin", BroughtFile.origin(origin, licence));
      body.putAll(BroughtFile.bring(client, what, asking.material()));
    }
    asking.addTo(body);
    body.put("pieces", pieces);
    body.put("wanted", wanted(by, Instant.now()));
    body.put("place", place());
    body.put("choosing", choosing.body());
    if (contact != null) {
      body.put("contact", contact);
    }
    if (note != null) {
      body.put("note", note);
    }
    client.put("orders/" + link.order(), body);
    System.out.println("Ordered " + link.order());
    System.out.println("Its link (keep it to yourself): " + link);
    if (token == null && yes) {
      client.post("orders/" + link.order() + "/confirmation", Map.of());
      System.out.println("Confirmed");
    } else if (token == null) {
      System.out.println("Confirm it: ./vicinal order confirm '" + link + "'");
    }
    return follow ? OrderSteps.follow(link, client) : 0;
  }

  private String fileTitle() {
    return title != null
        ? title
        : String.valueOf(Path.of(what).getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  static OrderId newId(String name, SecureRandom random) {
    var words =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    var readable = words.isEmpty() ? "order" : words.substring(0, Math.min(40, words.length()));
    return new OrderId("%s-%010x".formatted(readable, random.nextLong(1L << 40)));
  }

  /** The instant that {@code by} means. */
  static String wanted(String by, Instant now) {
    try {
      Duration span = Span.parse(by).value();
      return now.plus(span).toString();
    } catch (IllegalArgumentException notASpan) {
      try {
        return Instant.parse(by).toString();
      } catch (DateTimeParseException e) {
        throw new ConfigurationError(
            "Expected --by 2026-05-01T12:00:00Z or a length of time such as 24h, but found \""
                + by
                + "\".");
      }
    }
  }

  private Map<String, Double> place() {
    return EnrolCommand.place("--at", at);
  }
}
