package org.vicinal.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vicinal.demo.town.Child;

/**
 * What a process uses, from {@code /proc} (Linux, proc(5)).
 *
 * @param coreShare processor time over wall time; 1 is one core
 * @param residentBytes memory that is not swapped out, shared libraries included
 */
public record Usage(double coreShare, long residentBytes) {
  private static final int TICKS_PER_SECOND = 100; // USER_HZ, fixed for what the kernel shows
  private static final int USER_TIME = 11; // fields of stat behind the name, counted from 0
  private static final int SYSTEM_TIME = 12;
  private static final long KIB = 1024;

  /** Watches {@code child} for {@code time}. */
  static Usage of(Child child, Duration time) throws IOException, InterruptedException {
    long ticks = ticks(child);
    long start = System.nanoTime();
    Thread.sleep(time);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Usage((ticks(child) - ticks) / (double) TICKS_PER_SECOND / seconds, resident(child));
  }

  /**
   * What {@code child} has used since its start.
   *
   * @param seconds of processor time
   * @param residentBytes now
   */
  public record Spent(double seconds, long residentBytes) {}

  /** What {@code child} has used until now. */
  public static Spent spent(Child child) throws IOException {
    return new Spent(ticks(child) / (double) TICKS_PER_SECOND, resident(child));
  }

  private static long ticks(Child child) throws IOException {
    var stat = Files.readString(Path.of("/proc/%d/stat".formatted(child.pid())));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
  }

  private static long resident(Child child) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(child.pid())))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst()
          .orElse(0);
    }
  }

  @Override
  public String toString() {
    return "%5.1f %% of a core, %4d MB".formatted(100 * coreShare, residentBytes / 1_000_000);
  }
}
