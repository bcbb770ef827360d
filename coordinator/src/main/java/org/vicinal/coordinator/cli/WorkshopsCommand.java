package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coordinator workshops}: a community's list, for others to read. */
@Command(
    name = "workshops",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the workshops of a community, or one of them, as Open Know-Where or SpaceAPI has them:",
      "what everybody may see of them, for maps and directories."
    },
    footer = {
      "",
      "  ./vicinal coordinator workshops > okw.json",
      "  ./vicinal coordinator workshops mill-lane --as spaceapi"
    })
final class WorkshopsCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "ID", description = "Only this one.")
  private @Nullable String id;

  @Option(
      names = "--as",
      paramLabel = "DIALECT",
      description = "okw, okw-spec or spaceapi (default: ${DEFAULT-VALUE}).")
  private String as = "okw";

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var path = (id == null ? "workshops" : "workshops/" + id) + "/manifest?as=" + as;
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(new ApiClient(coordinator, null).text(path, "application/json"));
    out.flush();
    return 0;
  }
}
