package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.folder.ProjectFolder;
import org.vicinal.coordinator.folder.Proposal;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code design propose}: a manifest for a folder that has none. */
@Command(
    name = "propose",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a manifest (Open Know-How 2.4) filled from the files of a folder: parts with size,",
      "volume, mass and process, licence, readme, pictures. What only a person can say is named."
    })
final class ProposeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "A design's folder.")
  private Path folder = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationError(
          "Expected a folder, but found none at " + folder + ". Look at the path.");
    }
    var project = ProjectFolder.scan(folder);
    project
        .findManifest()
        .ifPresent(
            it ->
                line.getErr()
                    .println(it + " is there already. This is what its files alone would say."));
    var proposal = Proposal.of(project);
    proposal.notes().forEach(line.getErr()::println);
    line.getErr().flush();
    line.getOut().print(proposal.text());
    line.getOut().flush();
    return 0;
  }
}
