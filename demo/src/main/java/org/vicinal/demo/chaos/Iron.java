package org.vicinal.demo.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the machines have executed, all of them together.
 *
 * @param lines in each machine's order
 */
record Iron(List<String> lines) {
  Iron {
    lines = List.copyOf(lines);
  }

  /** Of the files that simulated machines write. */
  static Iron read(List<Path> files) throws IOException {
    var all = new ArrayList<String>();
    for (var file : files) {
      if (Files.exists(file)) {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
          lines.filter(line -> line.startsWith("M117")).forEach(all::add);
        }
      }
    }
    return new Iron(all);
  }

  /** How many pieces of {@code order} were begun. */
  long begun(String order) {
    return lines.stream().filter(line -> Piece.begins(line, order)).count();
  }

  /** How many pieces of {@code order} came to their end. */
  long done(String order) {
    return lines.stream().filter(line -> Piece.done(line, order)).count();
  }
}
