package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code design consent}: what may be shown of the builds one has ordered or made? */
@Command(
    name = "consent",
    mixinStandardHelpOptions = true,
    description = {
      "Says how much everybody may see of what you have had made, or have made: nothing (it is only",
      "counted), the region or the quarter of the workshop. It holds for all your builds, also those",
      "before, until you say otherwise; of customer and workshop the more reserved counts."
    })
final class ConsentCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "nothing|region|quarter",
      description = "Without it, what you have said is shown.")
  private @Nullable String place;

  @Option(names = "--remarks", description = "What was written about the pieces may be read.")
  private boolean remarks;

  @Option(names = "--link", paramLabel = "LINK", description = "The link of an order of yours.")
  private @Nullable String link;

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "Of a customer, or of a workshop (in its enrolment).")
  private @Nullable String token;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var client =
        link == null ? new ApiClient(coordinator, token) : SecretLink.parse(link).client(token);
    var said =
        place == null
            ? client.get("consent")
            : client.put(
                "consent", Map.of("place", place.toUpperCase(Locale.ROOT), "remarks", remarks));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(
        "%sEverybody may see: %s%s%n",
        said.path("asked").asBoolean() ? "" : "You have not been asked yet. ",
        said.path("place").asString().toLowerCase(Locale.ROOT),
        said.path("remarks").asBoolean() ? ", and remarks" : "");
    out.flush();
    return 0;
  }
}
