package org.vicinal.gcode.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vicinal.gcode.Inspector;
import org.vicinal.gcode.text.ProgramStream;
import org.vicinal.gcode.text.WordReader;

/**
 * How fast this library is on this machine: CPU time of one thread, the best of several rounds
 * after warming up, beside the floor (counting line ends) and, where Node.js and the package are
 * installed, npm's gcode-toolpath.
 */
final class BenchCommand {
  private static final int ROUNDS = 20;
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private BenchCommand() {}

  /** Work to measure; gives the lines it saw. */
  private interface Work {
    long run() throws IOException;
  }

  static int run(Arguments arguments, PrintStream out) throws IOException {
    if (arguments.files().isEmpty()) {
      throw new IllegalArgumentException("Expected at least one file after bench, found none.");
    }
    Inspector inspector = arguments.inspector();
    out.println("%-34s %-26s %10s %10s %10s".formatted("file", "work", "ms", "MB/s", "Mlines/s"));
    for (Path file : arguments.files()) {
      measure(out, file, "count line ends (floor)", () -> countLines(file));
      measure(out, file, "read words", () -> readWords(file));
      measure(out, file, "read, plan, check", () -> inspector.inspect(file).lines());
      NodePeer.measure(out, file);
    }
    return GcodeMain.FINE;
  }

  private static void measure(PrintStream out, Path file, String name, Work work)
      throws IOException {
    var clock = ManagementFactory.getThreadMXBean();
    long until = clock.getCurrentThreadCpuTime() + WARM_UP_NANOS;
    long lines = work.run();
    while (clock.getCurrentThreadCpuTime() < until) {
      lines = work.run();
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = clock.getCurrentThreadCpuTime();
      lines = work.run();
      best = Math.min(best, clock.getCurrentThreadCpuTime() - before);
    }
    double seconds = Math.max(1, best) / 1e9;
    print(out, file, name, seconds, Files.size(file), lines);
  }

  static void print(
      PrintStream out, Path file, String name, double seconds, long bytes, long lines) {
    String shown = String.valueOf(file.getFileName());
    shown = shown.length() > 34 ? shown.substring(shown.length() - 34) : shown;
    out.println(
        "%-34s %-26s %10.2f %10.1f %10.2f"
            .formatted(shown, name, seconds * 1e3, bytes / seconds / 1e6, lines / seconds / 1e6));
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

  private static long readWords(Path file) throws IOException {
    try (var words = new WordReader(ProgramStream.open(file), true)) {
      while (words.next()) {
        // reading is the work
      }
      return words.lineNumber();
    }
  }
}
