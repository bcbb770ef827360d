package org.vicinal.coordinator.engine;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.vicinal.coordinator.vault.SafeFile;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.messages.wire.Json;

/**
 * An export on disk:
 *
 * <pre>
 *   export.json        what this is
 *   events/00.jsonl    the events of partition 0, a line each, in their order
 *   files/             as in the data folder
 *   keys/              as in the data folder, without the broker's own
 *   broker.port        where enrolled workshops expect the broker
 * </pre>
 *
 * {@code export.json} is written last: a folder without it is not finished.
 */
record BackupFolder(Path path) {
  private static final int FORMAT = 1;
  private static final String BROKER_PORT = "broker.port";
  private static final String BROKER_SECRET = "broker.secret";

  /** What {@code export.json} says. */
  record About(int format, long generation, long events, long files) {}

  /** Makes the folder; it may be there when it is empty. */
  void begin() throws IOException {
    if (Files.exists(path)) {
      try (var inside = Files.list(path)) {
        if (inside.findAny().isPresent()) {
          throw new IOException(
              "Expected %s to be new or empty, but something is in it. Give another folder."
                  .formatted(path));
        }
      }
    }
    SafeFile.makeFolder(path.resolve("events"));
  }

  BufferedWriter writer(int partition) throws IOException {
    return Files.newBufferedWriter(events(partition), StandardCharsets.UTF_8);
  }

  BufferedReader reader(int partition) throws IOException {
    return Files.newBufferedReader(events(partition), StandardCharsets.UTF_8);
  }

  private Path events(int partition) {
    return path.resolve("events").resolve("%02d.jsonl".formatted(partition));
  }

  void finish(long generation, long events, long files) {
    SafeFile.write(
        path.resolve("export.json"), Nouns.write(new About(FORMAT, generation, events, files)));
  }

  About about() throws IOException {
    var file = path.resolve("export.json");
    if (!Files.exists(file)) {
      throw new IOException(
          "Expected an export in %s, but there is no export.json. Give the folder of a finished export."
              .formatted(path));
    }
    try {
      var about = Nouns.JSON.read(Files.readAllBytes(file), About.class);
      if (about.format() != FORMAT) {
        throw new IOException(
            "Expected an export of format %d, but found %d. Use the version of Vicinal that wrote it."
                .formatted(FORMAT, about.format()));
      }
      return about;
    } catch (Json.Unreadable e) {
      throw new IOException("Expected what an export is in " + file + ": " + e.getMessage(), e);
    }
  }

  /** Copies files, keys and the broker's port from {@code data}; how many files. */
  long take(Path data) throws IOException {
    copyPort(data, path);
    copy(data.resolve("keys"), path.resolve("keys"));
    return copy(data.resolve("files"), path.resolve("files"));
  }

  /** Copies files, keys and the broker's port to {@code data}; how many files. */
  long give(Path data) throws IOException {
    copyPort(path, data);
    copy(path.resolve("keys"), data.resolve("keys"));
    return copy(path.resolve("files"), data.resolve("files"));
  }

  /** Enrolled workshops know the broker by its port: it listens there again after the restart. */
  private static void copyPort(Path from, Path to) throws IOException {
    if (Files.exists(from.resolve(BROKER_PORT))) {
      Files.copy(
          from.resolve(BROKER_PORT), to.resolve(BROKER_PORT), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static long copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return 0;
    }
    SafeFile.makeFolder(to);
    long files = 0;
    try (var all = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) { // instances may share it
      for (var path : (Iterable<Path>) all::iterator) {
        var target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          SafeFile.makeFolder(target);
        } else if (!passing(path)) {
          Files.copy(
              path,
              target,
              StandardCopyOption.COPY_ATTRIBUTES,
              StandardCopyOption.REPLACE_EXISTING);
          files++;
        }
      }
    }
    return files;
  }

  /** What belongs to this broker, or is just being written. */
  private static boolean passing(Path path) {
    var name = path.getFileName().toString();
    return name.equals(BROKER_SECRET)
        || name.equals(Generation.FILE)
        || name.endsWith(".part")
        || name.endsWith(".tmp");
  }
}
