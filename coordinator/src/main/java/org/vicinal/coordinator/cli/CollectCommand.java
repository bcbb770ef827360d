package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coordinator collect}: room on the disk. */
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    description = {
      "Forgets private files that nobody needs: no release names them, no order does (but for orders",
      "that are over and whose customers had what they told forgotten), and nobody has brought or used",
      "them for some days. What a release names is never taken."
    })
final class CollectCommand implements Callable<Integer> {
  @Mixin private Reach reach = new Reach();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How long nobody may have used them (default: ${DEFAULT-VALUE}).")
  private int days = 30;

  @Option(names = "--look", description = "Only tells what would be forgotten.")
  private boolean look;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var told = reach.client().post("files/collection", Map.of("days", days, "look", look));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d files of %,d bytes %s.%n",
        told.path("files").asInt(),
        told.path("bytes").asLong(),
        look ? "would be forgotten" : "are forgotten");
    out.flush();
    return 0;
  }
}
