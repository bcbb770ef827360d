package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code design builds}: where was it built, and how did it go? */
@Command(
    name = "builds",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the builds of a design and of its forks, as far as those who ordered and made them",
      "agree to show them. What nobody agreed to is in the counts only."
    })
final class BuildsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DESIGN", description = "Its id.")
  private String design = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, geojson (for a map), csv or atom. Default: ${DEFAULT-VALUE}.")
  private String format = "text";

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var client = new ApiClient(coordinator, null);
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var path = "designs/" + design + "/builds";
    if (format.equals("text")) {
      print(client.get(path), out);
    } else {
      out.print(client.text(path + "?format=" + format));
    }
    out.flush();
    return 0;
  }

  private static void print(JsonNode builds, PrintWriter out) {
    out.printf(
        "%s: %d pieces accepted of %d lots%s%n",
        builds.path("title").asString(),
        builds.path("accepted").asInt(),
        builds.path("lots").asInt(),
        builds.path("refused").asInt() == 0
            ? ""
            : ", %d refused".formatted(builds.path("refused").asInt()));
    for (var build : builds.path("builds")) {
      out.printf(
          "  %s  %-20s %3d x %-24s %s on %s%s%n",
          build.path("at").asString().substring(0, 10),
          build.path("workshop").asString(),
          build.path("accepted").asInt(),
          build.path("release").asString(),
          build.path("material").asString(),
          build.path("machine").asString(),
          build.has("remark") ? ": " + build.path("remark").asString() : "");
    }
    int hidden = builds.path("lots").asInt() - builds.path("builds").size();
    if (hidden > 0) {
      out.printf("  and %d that are not shown%n", hidden);
    }
  }
}
