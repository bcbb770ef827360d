package org.vicinal.demo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.vicinal.coordinator.matching.LinearSearch;
import org.vicinal.coordinator.matching.MachineIndex;
import org.vicinal.coordinator.matching.Reach;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.place.Ring;
import org.vicinal.messages.work.Requirement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./vicinal bench match}: the 20 best that fit, with reasons for the nearest that do not.
 */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Draws towns from a seed, puts their machines into the index, and asks it three kinds of",
      "questions: one that many near by can answer, one that few can, one that nobody can.",
      "Beside it, in the same run, looking at everybody; the answers must be the same."
    })
final class MatchBench implements Callable<Integer> {
  private static final int BEST = 20;
  private static final int MISSES = 5;
  private static final int WARM_UP = 3_000;
  private static final int CHANGES = 2_000;

  @Option(
      names = "--machines",
      split = ",",
      description = "How many, by commas (default: ${DEFAULT-VALUE}).")
  private int[] machines = {10_000, 1_000_000};

  @Option(names = "--questions", description = "Of each kind (default: ${DEFAULT-VALUE}).")
  private int questions = 3_000;

  @Option(
      names = "--compare",
      description = "How many of them are also asked one by one (default: ${DEFAULT-VALUE}).")
  private int compare = 5;

  @Option(names = "--seed", description = "Of the towns (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--distinct",
      description = "No two machines of one kind: the worst case for memory.")
  private boolean distinct;

  @Override
  public Integer call() throws IOException {
    System.out.println(machine());
    boolean same = true;
    for (int count : machines) {
      same &= run(count);
    }
    return same ? 0 : 1;
  }

  private boolean run(int count) {
    var index = new MachineIndex();
    long before = used();
    long start = System.nanoTime();
    new Towns(seed, distinct)
        .draw(count, it -> index.put(it.id(), it.place(), it.machines(), Capacity.UNTOLD));
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = used() - before;
    say("%,d machines of %,d kinds, drawn and put in %.1f s", count, index.models(), seconds);
    say("  memory      %d bytes a machine (heap after a collection)", bytes / count);
    var plain = new LinearSearch();
    new Towns(seed, distinct)
        .draw(count, it -> plain.put(it.id(), it.place(), it.machines(), Capacity.UNTOLD));
    var towns = new Towns(seed, distinct);
    boolean same = ask("fits near", index, plain, towns, towns::usual);
    same &= ask("fits far", index, plain, towns, towns::rare);
    same &= ask("nobody fits", index, plain, towns, towns::impossible);
    changes(index, count);
    return same;
  }

  private boolean ask(
      String kind,
      MachineIndex index,
      LinearSearch plain,
      Towns towns,
      Supplier<Requirement> part) {
    var reach = new Reach(Ring.usual().getLast().metres(), BEST, MISSES);
    for (int i = 0; i < WARM_UP; i++) {
      index.search(part.get(), towns.place(), reach);
    }
    var clock = ManagementFactory.getThreadMXBean();
    var wall = new double[questions];
    var processor = new double[questions];
    long fits = 0;
    for (int i = 0; i < questions; i++) {
      var asked = part.get();
      var place = towns.place();
      long cpu = clock.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      fits += index.search(asked, place, reach).fits().size();
      wall[i] = (System.nanoTime() - start) / 1e6;
      processor[i] = (clock.getCurrentThreadCpuTime() - cpu) / 1e6;
    }
    say(
        "  %-11s %4.1f fits; ms: %s; processor: %s",
        kind, fits / (double) questions, words(wall), words(processor));
    return compared(index, plain, towns, part, reach);
  }

  private boolean compared(
      MachineIndex index,
      LinearSearch plain,
      Towns towns,
      Supplier<Requirement> part,
      Reach reach) {
    int same = 0;
    long nanos = 0;
    for (int i = 0; i < compare; i++) {
      var asked = part.get();
      var place = towns.place();
      long start = System.nanoTime();
      var expected = plain.search(asked, place, reach);
      nanos += System.nanoTime() - start;
      same += index.search(asked, place, reach).equals(expected) ? 1 : 0;
    }
    say(
        "  %-11s one by one: %.1f ms on average; the same answer %d of %d times",
        "", nanos / 1e6 / Math.max(1, compare), same, compare);
    return same == compare;
  }

  private void changes(MachineIndex index, int count) {
    var more = new Towns(seed + 1, distinct);
    long start = System.nanoTime();
    more.draw(CHANGES, it -> index.put(it.id(), it.place(), it.machines(), Capacity.UNTOLD));
    say(
        "  changes     %.1f µs a machine on average (%d of %,d)",
        (System.nanoTime() - start) / 1e3 / CHANGES, CHANGES, count);
  }

  private static String words(double[] values) {
    Arrays.sort(values);
    return "p50 %.3f, p99 %.3f, p99.9 %.3f"
        .formatted(at(values, 0.5), at(values, 0.99), at(values, 0.999));
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static String machine() throws IOException {
    var info = Path.of("/proc/cpuinfo");
    var name =
        !Files.isReadable(info)
            ? System.getProperty("os.arch")
            : Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    return String.format(
        Locale.ROOT,
        "%s, %d cores, load %.1f, Java %s, one thread asks",
        name,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version());
  }

  @SuppressWarnings("AnnotateFormatMethod") // the library of that annotation is not here
  private static void say(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
