package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.commons.Finding;
import org.vicinal.commons.Manifest;
import org.vicinal.commons.Manifests;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.coordinator.folder.ProjectFolder;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code design publish}: a folder becomes a release, all its files with it. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes a folder with a manifest (okh.toml, okh.yml ...) as a release. Every file in it",
      "is brought under the SHA-256 of its bytes. A release never changes; the same again is",
      "nothing new. Where there is no manifest: ./vicinal design propose FOLDER"
    })
final class PublishCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "A design's folder.")
  private Path folder = Path.of("");

  @Option(names = "--id", paramLabel = "ID", description = "Default: made of the manifest's name.")
  private @Nullable String id;

  @Option(names = "--release", paramLabel = "VERSION", description = "Default: the manifest's.")
  private @Nullable String version;

  @Option(names = "--material", paramLabel = "NAME", description = "Default: that of its parts.")
  private @Nullable String material;

  @Option(names = "--process", paramLabel = "NAME", description = "Default: that of its parts.")
  private @Nullable String process;

  @Option(names = "--coordinator", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
  private URI coordinator = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--token",
      required = true,
      paramLabel = "TOKEN",
      description = "Of the role designer.")
  private String token = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var line = Objects.requireNonNull(spec).commandLine();
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationError(
          "Expected a folder, but found none at " + folder + ". Look at the path.");
    }
    var project = ProjectFolder.scan(folder);
    project.leftOut().forEach(line.getErr()::println);
    var file =
        project
            .findManifest()
            .orElseThrow(
                () ->
                    new ConfigurationError(
                        "Expected okh.toml or okh.yml in %s, found none. Make one with: ./vicinal design propose %s > %s"
                            .formatted(folder, folder, folder.resolve("okh.toml"))));
    var manifest = Manifests.read(file);
    manifest.findings().stream()
        .filter(it -> it.severity() != Finding.Severity.NOTE)
        .forEach(it -> line.getErr().println(it.text(file.toString())));
    line.getErr().flush();
    if (manifest.isBroken() || !manifest.kind().isDesign()) {
      line.getErr()
          .println("Nothing was published. Mend what is called an error and publish again.");
      return 1;
    }
    var two = manifest.meanings().getFirst();
    var name = two.words("name").orElseThrow();
    var release =
        (id != null ? id : slug(name))
            + "@"
            + (version != null ? version : two.words("version").orElse("0.1.0"));
    publish(project, manifest, two, release);
    line.getOut()
        .println(
            "Published "
                + release
                + ": "
                + coordinator.resolve(
                    "/api/v1/designs/" + release.substring(0, release.indexOf('@'))));
    line.getOut().flush();
    return 0;
  }

  private void publish(ProjectFolder project, Manifest manifest, Table two, String release)
      throws IOException, InterruptedException {
    var client = new ApiClient(coordinator, token);
    var named = new ArrayList<Map<String, Object>>();
    for (var file : project.files()) {
      var path = project.root().resolve(file.path());
      var digest = BroughtFile.digest(path);
      client.putFile("files/" + digest, path);
      named.add(Map.of("name", file.path(), "digest", digest.value(), "bytes", file.bytes()));
    }
    var body = ReleaseBody.of(manifest.file(), two, material, process);
    body.put("files", named);
    client.put("designs/" + release.replace("@", "/releases/"), body);
  }

  /** Small letters, digits and dashes. */
  private static String slug(String name) {
    var plain =
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.isEmpty()) {
      throw new ConfigurationError(
          "No id can be made of the name \"%s\". Say --id ID.".formatted(name));
    }
    return plain.substring(0, Math.min(plain.length(), 40)).replaceAll("-$", "");
  }
}
