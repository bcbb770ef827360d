package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.vicinal.commons.Conversion;
import org.vicinal.commons.Kind;
import org.vicinal.commons.Manifests;
import org.vicinal.commons.format.Container;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;
import org.vicinal.coordinator.folder.ProjectFolder;
import org.vicinal.coordinator.folder.Proposal;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code design fork}: somebody's release as a folder of one's own, which knows where it is from.
 */
@Command(
    name = "fork",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches all files of a release into a new folder, each checked against its SHA-256, and names",
      "the release as fork-of in its manifest. Change it, then: ./vicinal design publish FOLDER --id ID"
    })
final class ForkCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RELEASE", description = "design@version.")
  private String release = "";

  @Parameters(index = "1", paramLabel = "FOLDER", description = "It must not exist, or be empty.")
  private Path folder = Path.of("");

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Override
  public Integer call() throws IOException, InterruptedException {
    var ref = ForkSteps.release(release);
    Files.createDirectories(folder);
    try (var there = Files.list(folder)) {
      if (there.findAny().isPresent()) {
        throw new ConfigurationError(
            "Expected %s to be empty, but something is in it. Name another folder."
                .formatted(folder));
      }
    }
    var client = new ApiClient(coordinator, null);
    var shown =
        client
            .get("designs/" + ref.design())
            .path("releases")
            .valueStream()
            .filter(it -> it.path("release").asString().equals(ref.toString()))
            .findFirst()
            .orElseThrow(
                () -> new ConfigurationError("There is no release %s there.".formatted(ref)));
    for (var file : shown.path("files")) {
      fetch(client, file.path("name").asString(), file.path("digest").asString());
    }
    name(ref.toString());
    System.out.printf(
        "Forked %s into %s: %d files. Its manifest says fork-of = \"%s\".%n",
        ref, folder, shown.path("files").size(), ref);
    System.out.printf(
        "Change it, then: ./vicinal design publish %s --id ID --token TOKEN%n", folder);
    return 0;
  }

  private void fetch(ApiClient client, String name, String digest)
      throws IOException, InterruptedException {
    var root = folder.toAbsolutePath().normalize();
    var path = root.resolve(name).normalize();
    if (!path.startsWith(root) || path.equals(root)) {
      throw new ConfigurationError(
          "Expected file names within the folder, but the release has \"%s\". Nothing more was fetched."
              .formatted(name));
    }
    Files.createDirectories(path.getParent());
    var arriving = Files.createTempFile(root, ".arriving-", "");
    try {
      client.fetchFile("files/" + digest, arriving);
      var found = BroughtFile.digest(arriving);
      if (!found.value().equals(digest)) {
        throw new ConfigurationError(
            "Expected %s to have the SHA-256 %s, but found %s. Fetch it again."
                .formatted(name, digest, found));
      }
      Files.move(arriving, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  /** Whatever dialect its manifest is in, the fork's is Open Know-How 2 as TOML. */
  private void name(String ancestor) throws IOException {
    var project = ProjectFolder.scan(folder);
    var there = project.findManifest();
    Table two;
    if (there.isPresent()) {
      var manifest = Manifests.read(there.get());
      if (manifest.isBroken() || !manifest.kind().isDesign()) {
        System.err.printf(
            "%s cannot be read; write fork-of = \"%s\" into it.%n", there.get(), ancestor);
        return;
      }
      var converted = Conversion.convert(manifest, Kind.OKH_2, Container.TOML);
      two =
          converted instanceof Conversion.Result.Converted it
              ? (Table)
                  Manifests.read(
                          "okh.toml", it.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                      .root()
              : manifest.meanings().getFirst();
      Files.delete(there.get());
    } else {
      two = Proposal.of(project).manifest();
    }
    Files.writeString(
        folder.resolve("okh.toml"), Container.TOML.write(two.with("fork-of", new Text(ancestor))));
  }
}
