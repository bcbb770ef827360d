package org.vicinal.gcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Real programs with known truth, which are not part of the project: {@code ../shared/data} beside
 * it.
 */
final class SharedData {
  private SharedData() {}

  /** The folder, or the test is skipped and says so. */
  static Path folder(String name) {
    Optional<Path> found = findFolder(name);
    if (found.isPresent()) {
      return found.get();
    }
    String message =
        "SKIPPED: no ../shared/data/"
            + name
            + " beside the project, so nothing was compared with the truth.";
    System.err.println(message);
    Assumptions.abort(message);
    throw new AssertionError();
  }

  /** The folder if it is at hand. */
  static Optional<Path> findFolder(String name) {
    String stated = System.getProperty("vicinal.data");
    if (stated != null && Files.isDirectory(Path.of(stated, name))) {
      return Optional.of(Path.of(stated, name));
    }
    for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      Path data = root.resolve("shared/data").resolve(name);
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }

  /** The rows of a table by the names of its columns. */
  static List<Map<String, String>> table(Path csv) {
    try {
      List<String> lines = Files.readAllLines(csv);
      List<String> names = cells(lines.getFirst());
      var rows = new ArrayList<Map<String, String>>();
      for (String line : lines.subList(1, lines.size())) {
        List<String> cells = cells(line);
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size() && i < cells.size(); i++) {
          row.put(names.get(i), cells.get(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, "NaN"));
  }
}
