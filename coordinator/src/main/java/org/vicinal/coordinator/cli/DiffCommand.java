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

/** {@code design diff}: what changed between two releases. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what changed from one release to another: what is said of them, their manifests, their",
      "files, and how large their models are. It ends with 3 when nothing did."
    })
final class DiffCommand implements Callable<Integer> {
  private static final int SAME = 3;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "design@version.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "NOW", description = "design@version, also of a fork.")
  private String now = "";

  @Option(names = "--json", description = "For programs: what the coordinator answered.")
  private boolean json;

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var since = ForkSteps.release(before);
    var release = ForkSteps.release(now);
    var changes =
        new ApiClient(coordinator, null)
            .get(
                "designs/%s/releases/%s/changes?since=%s"
                    .formatted(release.design(), release.version(), since));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(changes.toPrettyString());
    } else {
      print(changes, out);
    }
    out.flush();
    boolean same =
        changes.path("facts").isEmpty()
            && changes.path("manifest").isEmpty()
            && changes.path("files").isEmpty();
    return same ? SAME : 0;
  }

  private static void print(JsonNode changes, PrintWriter out) {
    for (var part : new String[] {"facts", "manifest"}) {
      if (!changes.path(part).isEmpty()) {
        out.println(part.equals("facts") ? "of the release" : "in the manifest");
      }
      for (var fact : changes.path(part)) {
        out.printf(
            "  %s: %s -> %s%n",
            fact.path("what").asString(),
            fact.path("before").asString("nothing"),
            fact.path("now").asString("nothing"));
      }
    }
    for (var file : changes.path("files")) {
      out.printf(
          "%-8s %s%s%n", file.path("change").asString(), file.path("name").asString(), bytes(file));
      if (file.has("before")) {
        out.println("           before " + model(file.path("before")));
      }
      if (file.has("now")) {
        out.println("           now    " + model(file.path("now")));
      }
    }
    if (changes.path("files").isEmpty()) {
      out.println("All files are the same.");
    }
  }

  private static String bytes(JsonNode file) {
    if (file.has("bytesBefore") && file.has("bytes")) {
      return ", %,d -> %,d bytes"
          .formatted(file.path("bytesBefore").asLong(), file.path("bytes").asLong());
    }
    return ", %,d bytes".formatted(file.path(file.has("bytes") ? "bytes" : "bytesBefore").asLong());
  }

  private static String model(JsonNode model) {
    return "%.1f x %.1f x %.1f mm, %.2f cm³, %,d triangles%s"
        .formatted(
            model.path("x").asDouble(),
            model.path("y").asDouble(),
            model.path("z").asDouble(),
            model.path("volumeMm3").asDouble() / 1_000,
            model.path("triangles").asLong(),
            model.path("pieces").asInt() > 1
                ? ", %d pieces".formatted(model.path("pieces").asInt())
                : "");
  }
}
