package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coordinator export DIR}, while the coordinator runs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole log, the files and the keys of the running coordinator into a folder.",
      "Whoever reads it can be the coordinator: keep it safe."
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin private Reach reach = new Reach();

  @Parameters(
      paramLabel = "DIR",
      description = "A folder on the coordinator's machine, new or empty.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    var named = folder.toAbsolutePath().normalize().toString();
    var summary = reach.client().post("backup/exports", Map.of("folder", named));
    System.out.printf(
        "%s %d events and %d files, %s; generation %d%n",
        "Wrote",
        summary.path("events").asLong(),
        summary.path("files").asLong(),
        named,
        summary.path("generation").asLong());
    return 0;
  }
}
