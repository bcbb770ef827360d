package org.vicinal.commons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Published manifests beside the project, if they are there: {@code ../shared/data}. */
final class RealManifests {
  private RealManifests() {}

  /** Those of {@code folder}; where there are none, the test says aloud what it did not test. */
  static List<Path> needed(String folder) throws IOException {
    var files = list(folder);
    if (files.isEmpty()) {
      var missing = "There are no published manifests in ../shared/data/%s.".formatted(folder);
      System.err.printf("%nNOT TESTED: reading them and writing them again. %s%n%n", missing);
      Assumptions.abort(missing);
    }
    return files;
  }

  /** Empty when the folder is missing. */
  static List<Path> list(String folder) throws IOException {
    for (var up : List.of("..", "../..", "../../..")) {
      var there = Path.of(up, "shared", "data", folder);
      if (Files.isDirectory(there)) {
        try (var files = Files.list(there)) {
          return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
      }
    }
    return List.of();
  }
}
