package org.vicinal.coordinator.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicinal.commons.format.Container;
import org.vicinal.commons.licence.Licence;
import org.vicinal.commons.tree.Node;
import org.vicinal.commons.tree.Node.Entry;
import org.vicinal.commons.tree.Node.Listing;
import org.vicinal.commons.tree.Node.Table;
import org.vicinal.commons.tree.Node.Text;
import org.vicinal.coordinator.folder.ProjectFolder.ProjectFile;
import org.vicinal.coordinator.folder.ProjectFolder.Use;

/**
 * The manifest that a folder without one could have, filled from what lies in it.
 *
 * @param manifest Open Know-How 2.4
 * @param missing what only a person can say
 * @param notes what was noticed on the way
 */
public record Proposal(Table manifest, List<String> missing, List<String> notes) {
  private static final int LONGEST_README = 64 << 10;
  private static final Pattern ORIGIN =
      Pattern.compile("\\[remote \"origin\"\\][^\\[]*?url\\s*=\\s*(\\S+)");
  private static final Pattern IDENTIFIER =
      Pattern.compile("SPDX-License-Identifier:\\s*([^\\r\\n*]+)");

  public Proposal {
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }

  /**
   * Looks into the files of {@code folder}.
   *
   * @throws IOException when one cannot be read
   */
  public static Proposal of(ProjectFolder folder) throws IOException {
    var notes = new ArrayList<>(folder.leftOut());
    var readme = readme(folder);
    var entries = new ArrayList<Entry>();
    add(entries, "okhv", Optional.of("2.4"));
    add(entries, "name", heading(readme).or(() -> Optional.of(titled(folder.root()))));
    add(entries, "repo", origin(folder.root()));
    add(entries, "version", Optional.of("0.1.0"));
    add(entries, "license", licence(folder, notes));
    add(entries, "function", paragraph(readme));
    one(entries, "readme", folder.of(Use.README));
    one(entries, "bom", folder.of(Use.BOM));
    one(entries, "image", folder.of(Use.PICTURE));
    paths(entries, "manufacturing-instructions", folder.of(Use.INSTRUCTIONS));
    var parts = parts(folder, notes);
    if (!parts.isEmpty()) {
      entries.add(new Entry("part", new Listing(parts)));
    }
    var table = new Table(entries);
    var missing = new ArrayList<String>();
    for (var key : List.of("repo", "license", "licensor", "function")) {
      if (!table.has(key)) {
        missing.add(key);
      }
    }
    return new Proposal(table, missing, notes);
  }

  /** As a file, what is missing named at its top. */
  public String text() {
    var head =
        missing.isEmpty()
            ? ""
            : "# Still to be said by a person: " + String.join(", ", missing) + "\n";
    return "# Proposed from the files in this folder. Read it, mend it, keep it beside them as"
        + " okh.toml.\n"
        + head
        + Container.TOML.write(manifest);
  }

  private static List<Node> parts(ProjectFolder folder, List<String> notes) throws IOException {
    var byStem = new LinkedHashMap<String, List<ProjectFile>>();
    for (var file : folder.files()) {
      if (file.use() == Use.MODEL || file.use() == Use.PROGRAM) {
        byStem.computeIfAbsent(file.stem(), _ -> new ArrayList<>()).add(file);
      }
    }
    var parts = new ArrayList<Node>();
    for (var part : byStem.entrySet()) {
      var files = new ArrayList<>(part.getValue());
      folder.of(Use.SOURCE).stream()
          .filter(it -> it.stem().equals(part.getKey()))
          .forEach(files::add);
      parts.add(PartFiles.part(folder.root(), part.getKey(), files, notes));
    }
    return parts;
  }

  private static void add(List<Entry> entries, String key, Optional<String> words) {
    words.ifPresent(it -> entries.add(new Entry(key, new Text(it))));
  }

  private static void one(List<Entry> entries, String key, List<ProjectFile> files) {
    files.stream()
        .findFirst()
        .ifPresent(file -> entries.add(new Entry(key, new Text(file.path()))));
  }

  static void paths(List<Entry> entries, String key, List<ProjectFile> files) {
    if (!files.isEmpty()) {
      entries.add(
          new Entry(key, new Listing(files.stream().map(it -> new Text(it.path())).toList())));
    }
  }

  private static String readme(ProjectFolder folder) throws IOException {
    var file = folder.of(Use.README).stream().findFirst();
    return file.isEmpty() ? "" : start(folder.root().resolve(file.get().path()));
  }

  private static String start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_README), StandardCharsets.UTF_8);
    }
  }

  private static Optional<String> heading(String readme) {
    return readme
        .lines()
        .filter(line -> line.matches("#\\s+\\S.*"))
        .findFirst()
        .map(line -> line.replaceFirst("#\\s+", "").strip());
  }

  /** The first lines of prose. */
  private static Optional<String> paragraph(String readme) {
    var words =
        readme
            .lines()
            .map(String::strip)
            .dropWhile(line -> line.isEmpty() || line.matches("[#!\\[<=>|*-].*"))
            .takeWhile(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static String titled(Path root) {
    var name =
        String.valueOf(root.toAbsolutePath().normalize().getFileName())
            .replaceAll("[-_]+", " ")
            .strip();
    return name.isEmpty()
        ? "Untitled"
        : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  /** Where git fetches it from, as a browser goes there. */
  private static Optional<String> origin(Path root) throws IOException {
    var config = root.resolve(".git").resolve("config");
    if (!Files.isRegularFile(config)) {
      return Optional.empty();
    }
    var url = ORIGIN.matcher(start(config));
    return url.find()
        ? Optional.of(
                url.group(1)
                    .replaceFirst("^(?:ssh://)?git@([^:/]+)[:/]", "https://$1/")
                    .replaceFirst("//[^/@]*@", "//")
                    .replaceFirst("\\.git$", ""))
            .filter(it -> it.startsWith("http"))
        : Optional.empty();
  }

  private static Optional<String> licence(ProjectFolder folder, List<String> notes)
      throws IOException {
    var file = folder.of(Use.LICENCE).stream().findFirst();
    if (file.isEmpty()) {
      notes.add("There is no licence file. Without a licence nobody may make it.");
      return Optional.empty();
    }
    var text = start(folder.root().resolve(file.get().path()));
    var named = IDENTIFIER.matcher(text);
    var candidates = new ArrayList<String>();
    if (named.find()) {
      candidates.add(named.group(1).strip());
    }
    var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(4).toList();
    for (int upTo = 1; upTo <= lines.size(); upTo++) {
      candidates.add(String.join(" ", lines.subList(0, upTo)));
    }
    var found = candidates.stream().map(Licence::of).filter(Licence::isUnderstood).findFirst();
    if (found.isEmpty()) {
      notes.add(
          file.get().path()
              + " is no licence that is known by its first lines. Name it by its SPDX identifier.");
    }
    return found.map(Licence::spdx);
  }
}
