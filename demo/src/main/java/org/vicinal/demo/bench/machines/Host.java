package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The computer that the bench runs on, and what this process uses of it (Linux, proc(5)). */
final class Host {
  private static final long KIB = 1024;

  private Host() {}

  static String told() throws IOException {
    String model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.replaceFirst(".*: *", ""))
            .orElse("unknown processor");
    return "%s, %d cores, load %s before the start, Linux %s, Java %s"
        .formatted(
            model.strip(),
            Runtime.getRuntime().availableProcessors(),
            Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
            System.getProperty("os.version"),
            Runtime.version());
  }

  /** Processor time of this process so far, of all its threads. */
  static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /** Memory of this process that is not swapped out, shared libraries included. */
  static long residentMegabytes() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          * KIB
          / 1_000_000;
    }
  }
}
