package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.commons.Conversion;
import org.vicinal.commons.Kind;
import org.vicinal.commons.Manifests;
import org.vicinal.commons.format.Container;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code design convert}: from one dialect to another and back without loss. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a manifest in another dialect. What that has no place for is kept in it, so that",
      "converting back gives the same again. Ends with 1 if it cannot be done."
    })
final class ConvertCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A manifest of a design or a workshop.")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "KIND",
      description = "okh-v1, okh-losh, okh-2 for designs; okw, okw-spec, spaceapi for workshops.")
  private String to = "";

  @Option(names = "--as", paramLabel = "yaml|toml|json", description = "Default: as usual there.")
  private @Nullable String as;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Default: standard output.")
  private @Nullable Path output;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationError(
          "Expected a file, but found none at " + file + ". Look at the path.");
    }
    var manifest = Manifests.read(file);
    var kind =
        Kind.find(to)
            .filter(it -> it.canBeWritten() || it == manifest.kind())
            .orElseThrow(
                () ->
                    new ConfigurationError(
                        "Expected --to one of %s, found %s.".formatted(Kind.writable(), to)));
    var result = Conversion.convert(manifest, kind, container(kind));
    return switch (result) {
      case Conversion.Result.Refused it -> {
        line.getErr().println(it.words());
        yield 1;
      }
      case Conversion.Result.Converted it -> {
        if (output == null) {
          line.getOut().print(it.text());
          line.getOut().flush();
        } else {
          Files.writeString(output, it.text());
        }
        yield 0;
      }
    };
  }

  private Container container(Kind kind) {
    if (as == null) {
      return kind.usual();
    }
    try {
      return Container.valueOf(as.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationError("Expected --as yaml, toml or json, found " + as + ".");
    }
  }
}
