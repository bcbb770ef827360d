package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.commons.Finding;
import org.vicinal.commons.Manifest;
import org.vicinal.commons.Manifests;
import org.vicinal.commons.licence.Licence;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code design inspect}: what a manifest says, and what is odd about it, line by line. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Reads manifests of designs and workshops in any dialect and says what is odd, by line.",
      "Ends with 0 if all can be used, 1 if one is broken, 2 if the command line was wrong."
    })
final class InspectCommand implements Callable<Integer> {
  private static final int DEEPEST = 12;

  @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "YAML, TOML or JSON.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "One JSON object a file.")
  private boolean json;

  @Option(names = "--quiet", description = "Only warnings and errors.")
  private boolean quiet;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "Where it was fetched from: warns when it says it belongs elsewhere.")
  private @Nullable URI from;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    var files = new ArrayList<Path>();
    for (var path : paths) {
      if (!Files.exists(path)) {
        line.getErr()
            .println(
                "Expected a file or folder, but found none at " + path + ". Look at the path.");
        return 2;
      }
      files.addAll(Files.isDirectory(path) ? manifestsIn(path) : List.of(path));
    }
    if (files.isEmpty()) {
      line.getErr()
          .println(
              "Expected a manifest (okh.toml, okh.yml ...) in the folder, found none. ./vicinal"
                  + " design propose makes one.");
      return 1;
    }
    boolean broken = false;
    for (var file : files) {
      var manifest = Manifests.read(file);
      broken |= manifest.isBroken();
      show(file, manifest, line.getOut());
    }
    line.getOut().flush();
    return broken ? 1 : 0;
  }

  /**
   * Those with a manifest's name; when there are none, every file in one of the three containers.
   */
  private static List<Path> manifestsIn(Path folder) throws IOException {
    try (var walk = Files.walk(folder, DEEPEST)) {
      var files =
          walk.filter(Files::isRegularFile)
              .filter(
                  file ->
                      String.valueOf(file.getFileName())
                          .toLowerCase(Locale.ROOT)
                          .matches(".*\\.(ya?ml|toml|json)"))
              .sorted()
              .toList();
      var named = files.stream().filter(Manifests::isNamedLikeOne).toList();
      return named.isEmpty() ? files : named;
    }
  }

  private void show(Path file, Manifest manifest, PrintWriter out) {
    var findings = new ArrayList<>(manifest.findings());
    elsewhere(manifest).ifPresent(findings::addFirst);
    if (json) {
      out.println(
          new String(Json.WIRE.write(shown(file, manifest, findings)), StandardCharsets.UTF_8));
      return;
    }
    if (!quiet) {
      out.println(
          file
              + ": "
              + manifest.kind().words()
              + " ("
              + manifest.container()
              + ")"
              + summary(manifest));
    }
    findings.stream()
        .filter(it -> !quiet || it.severity() != Finding.Severity.NOTE)
        .forEach(it -> out.println((quiet ? "" : "  ") + it.text(file.toString())));
  }

  private static String summary(Manifest manifest) {
    if (manifest.meanings().size() > 1) {
      return ": " + manifest.meanings().size() + " workshops";
    }
    return manifest.meanings().stream()
        .findFirst()
        .flatMap(
            it ->
                it.words("name")
                    .map(
                        name ->
                            ": "
                                + name
                                + it.words("version").map(version -> " " + version).orElse("")
                                + it.words("license").map(InspectCommand::permission).orElse("")))
        .orElse("");
  }

  private static String permission(String licence) {
    var may = Licence.of(licence).permission();
    return ", "
        + licence
        + (may.sell()
            ? " (others may make and sell it)"
            : may.make() ? " (others may make it, not sell it)" : " (others may not make it)");
  }

  private java.util.Optional<Finding> elsewhere(Manifest manifest) {
    var wanted = from;
    if (wanted == null || manifest.meanings().isEmpty()) {
      return java.util.Optional.empty();
    }
    return manifest
        .meanings()
        .getFirst()
        .words("repo")
        .filter(
            repo ->
                !bare(repo).startsWith(bare(wanted.toString()))
                    && !bare(wanted.toString()).startsWith(bare(repo)))
        .map(
            repo ->
                Finding.warning(
                    0,
                    "It says it belongs to %s, but was fetched from %s. Is it a copy that nobody has changed?"
                        .formatted(repo, wanted)));
  }

  private static String bare(String url) {
    return url.toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://(www\\.)?", "")
        .replaceFirst("(\\.git)?/*$", "");
  }

  private static Map<String, Object> shown(Path file, Manifest manifest, List<Finding> findings) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("file", file.toString());
    shown.put("kind", manifest.kind().id());
    shown.put("container", manifest.container().name());
    shown.put("broken", manifest.isBroken());
    manifest.meanings().stream()
        .findFirst()
        .ifPresent(
            it -> {
              for (var key : List.of("name", "version", "license", "repo")) {
                it.words(key).ifPresent(words -> shown.put(key, words));
              }
            });
    shown.put(
        "findings",
        findings.stream()
            .map(
                it ->
                    Map.of(
                        "severity", it.severity().name(), "line", it.line(), "words", it.words()))
            .toList());
    return shown;
  }
}
