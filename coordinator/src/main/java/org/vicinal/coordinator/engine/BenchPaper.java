package org.vicinal.coordinator.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * What a benchmark prints: figures are worth nothing without the machine and the disk beside them.
 */
final class BenchPaper {
  private BenchPaper() {}

  /**
   * The times in milliseconds of writing 1 kB and flushing it, a hundred times, under {@code data}.
   */
  static double[] flushes(Path data) throws IOException {
    Files.createDirectories(data);
    var file = Files.createTempFile(data, "flush", ".tmp");
    double[] times = new double[100];
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int number = 0; number < times.length; number++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(1024));
        channel.force(true);
        times[number] = (System.nanoTime() - start) / 1e6;
      }
    } finally {
      Files.delete(file);
    }
    return times;
  }

  /** The processor, the system, and what the figures are under. */
  static void machine(EngineSettings settings, PrintStream out) throws IOException {
    var processors = Path.of("/proc/cpuinfo");
    var name =
        Files.isReadable(processors)
            ? Files.readAllLines(processors).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown processor")
            : System.getProperty("os.arch");
    var system = ManagementFactory.getOperatingSystemMXBean();
    out.printf(
        "machine: %s, %d cores, load %.1f before the start; %s %s, Java %s%n",
        name,
        system.getAvailableProcessors(),
        system.getSystemLoadAverage(),
        system.getName(),
        system.getVersion(),
        Runtime.version());
    out.printf(
        "limits: one customer at a time, durability %s, commit %d ms, poll %d ms%n",
        settings.broker().durability(),
        settings.timings().commit().toMillis(),
        settings.timings().poll().toMillis());
  }

  /** One line of figures. */
  static void times(PrintStream out, String what, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    out.printf(
        "%-38s p50 %7.1f ms   p99 %7.1f ms   worst %7.1f ms   (%d times)%n",
        what,
        sorted[sorted.length / 2],
        sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
