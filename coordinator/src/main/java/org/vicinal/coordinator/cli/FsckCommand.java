package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.files.Verification;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coordinator fsck}: are the files what their names say, and is nothing missing? */
@Command(
    name = "fsck",
    mixinStandardHelpOptions = true,
    description = {
      "Reads every file of a data folder, decrypts the private ones, and compares the bytes with the",
      "SHA-256 that is their name. With --coordinator it also tells which files of releases are",
      "missing. Changes nothing; it may run beside the coordinator."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all is well", "1:something is broken or missing", "2:asked wrongly"})
final class FsckCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "The coordinator's data folder.")
  private Path data = Path.of("vicinal-data");

  @Option(
      names = "--coordinator",
      paramLabel = "URL",
      description = "A running one, which is asked what releases name.")
  private @Nullable URI coordinator;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(data)) {
      throw new ConfigurationError(
          "Expected the data folder of a coordinator at %s, but there is none. Name it with --data."
              .formatted(data));
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var found = Verification.of(data.resolve("files"), new Vault(data.resolve("keys")));
    found.wrong().forEach(out::println);
    int missing = coordinator == null ? 0 : missing(found, coordinator);
    out.printf(
        Locale.ROOT,
        "%,d files, %,d bytes: %d are not as they should be%s%n",
        found.checked(),
        found.bytes(),
        found.wrong().size(),
        coordinator == null ? "" : ", %d of releases are missing".formatted(missing));
    out.flush();
    return found.wrong().isEmpty() && missing == 0 ? 0 : 1;
  }

  private int missing(Verification found, URI where) throws IOException, InterruptedException {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var missing = new TreeSet<String>();
    for (var design : new ApiClient(where, null).get("designs").path("designs")) {
      for (var release : design.path("releases")) {
        for (var file : release.path("files")) {
          var digest = new Digest(file.path("digest").asString());
          if (!found.there().contains(digest) && missing.add(digest.value())) {
            out.printf(
                "%s of %s is missing or broken: %s. Bring it back from a backup.%n",
                file.path("name").asString(), release.path("release").asString(), digest);
          }
        }
      }
    }
    return missing.size();
  }
}
