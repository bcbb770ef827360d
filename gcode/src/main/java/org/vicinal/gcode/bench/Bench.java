package org.vicinal.gcode.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vicinal.gcode.Inspection;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.text.ProgramStream;
import org.vicinal.gcode.text.WordReader;

/** Measures one file after the other and prints a table for each. */
public final class Bench {
  private static final long TOO_MUCH_FOR_NODE = 200_000_000;

  private final Inspector inspector;
  private final List<String> options;
  private final PrintStream out;

  /**
   * Sets what to measure.
   *
   * @param inspector for "read, plan": the bench's own machine checks beside it
   * @param options of {@code inspect}, as typed, for the new process
   */
  public Bench(Inspector inspector, List<String> options, PrintStream out) {
    this.inspector = inspector;
    this.options = List.copyOf(options);
    this.out = out;
  }

  /** Measures a file made of repetitions of this one; {@code size} is such as 46MB. */
  public void runRepeated(Path program, String size) throws IOException {
    Path big = Files.createTempFile("vicinal-bench", ".gcode");
    try {
      BigProgram.write(program, BigProgram.size(size), big);
      table(big, program.getFileName() + ", repeated");
    } finally {
      Files.delete(big);
    }
  }

  /** Measures this file. */
  public void run(Path file) throws IOException {
    table(file, String.valueOf(file.getFileName()));
  }

  private void table(Path file, String name) throws IOException {
    long bytes = Files.size(file);
    Inspection part = inspector.inspect(file);
    long lines = part.lines();
    out.printf(
        Locale.ROOT,
        "%s: %.1f MB, %,d lines, planner %s%n",
        name,
        bytes / 1e6,
        lines,
        part.timeModel());
    out.println(Row.HEAD);
    var rows = new ArrayList<Row>();
    rows.add(Peers.wordCount(file, lines, bytes));
    rows.add(Stopwatch.measure("count line ends (floor)", bytes, () -> countLines(file)));
    rows.add(Stopwatch.measure("read", bytes, () -> readWords(file, part.dialect().printer())));
    rows.add(Stopwatch.measure("read, plan", bytes, () -> inspector.inspect(file).lines()));
    String usual = part.dialect().printer() ? "mk3s" : "shapeoko-3";
    Inspector checking = Inspector.of(MachineLimits.find(usual).orElseThrow());
    rows.add(
        Stopwatch.measure(
            "read, plan, check for " + usual, bytes, () -> checking.inspect(file).lines()));
    rows.add(NewProcess.measure(file, lines, bytes, options));
    rows.add(
        bytes > TOO_MUCH_FOR_NODE
            ? Row.absent("npm gcode-toolpath", "left out: it wants the whole text in memory")
            : Peers.npm(file, lines, bytes));
    double peer = Peers.peerSeconds(rows);
    rows.forEach(row -> out.println(row.text(peer)));
    out.println();
  }

  private static long countLines(Path file) throws IOException {
    long lines = 0;
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            lines++;
          }
        }
      }
    }
    return lines;
  }

  private static long readWords(Path file, boolean printer) throws IOException {
    try (var words = new WordReader(ProgramStream.open(file), printer)) {
      while (words.next()) {
        // reading is the work
      }
      return words.lineNumber();
    }
  }
}
