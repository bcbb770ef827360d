package org.vicinal.gcode.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person waits for who types the command: a new Java process that inspects the file and
 * ends, by the clock on the wall, in a heap of 256 MB.
 */
final class NewProcess {
  private static final int ROUNDS = 3;
  private static final String HEAP = "-Xmx256m";
  private static final String MAIN = "org.vicinal.gcode.cli.GcodeMain";

  private NewProcess() {}

  /** Measures with the options of {@code inspect} that were given to the bench too. */
  static Row measure(Path file, long lines, long bytes, List<String> options) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:+UseSerialGC", HEAP));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "inspect"));
    command.add(file.toString());
    command.addAll(options);
    String name = "inspect, new process, wall clock";
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = System.nanoTime();
      if (run(command) != 0) {
        return Row.absent(name, "failed in a heap of 256 MB: " + String.join(" ", command));
      }
      best = Math.min(best, System.nanoTime() - before);
    }
    return new Row(name, best / 1e9, lines, bytes, "heap 256 MB");
  }

  private static int run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream answer = process.getInputStream()) {
      answer.transferTo(OutputStream.nullOutputStream());
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a new process was measured.", e);
    }
  }
}
