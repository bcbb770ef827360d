package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coordinator import DIR}, while the coordinator runs. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Reads what export wrote into the running coordinator, which must be empty.",
      "Workshops are asked what their journals hold; no lot number is used again."
    })
final class ImportCommand implements Callable<Integer> {
  @Mixin private Reach reach = new Reach();

  @Parameters(
      paramLabel = "DIR",
      description = "A folder on the coordinator's machine, written by export.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    var named = folder.toAbsolutePath().normalize().toString();
    var summary = reach.client().post("backup/imports", Map.of("folder", named));
    System.out.printf(
        "Read %d events and %d files, %s; generation %d.%nRestart the coordinator now: its keys, and so its tokens, are those of the export.%n",
        summary.path("events").asLong(),
        summary.path("files").asLong(),
        named,
        summary.path("generation").asLong());
    return 0;
  }
}
