package org.vicinal.coordinator.search;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vicinal.coordinator.design.Fits;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.messages.id.DesignId;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.ReleaseRef;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Size;

/**
 * How long a search among many designs takes: {@code [designs [searches]]}, usually 100000 and
 * 2000.
 *
 * <p>Words are made of syllables and as frequent as words are (the n-th has a share of 1/n), so
 * that there are common words in a third of the designs and many that stand in one only. A third of
 * the searches have a slip of the finger in one word, a third ask for process, size or licence as
 * well. The time is CPU time of the searching thread: what else the machine does is not in it.
 */
final class SearchBench {
  private static final int VOCABULARY = 60_000;
  private static final String[] LICENCES = {"CERN-OHL-S-2.0", "CC-BY-NC-4.0", "MIT"};
  private static final String[] MATERIALS = {"PLA", "PETG", "plywood", "aluminium"};
  private final java.util.random.RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(8);
  private final String[] words = new String[VOCABULARY];

  private SearchBench() {
    for (int i = 0; i < VOCABULARY; i++) {
      words[i] =
          IntStream.range(0, 2 + i % 3).mapToObj(n -> syllable()).collect(Collectors.joining());
    }
  }

  @SuppressWarnings("SystemOut") // a bench speaks with a person
  public static void main(String[] arguments) {
    int designs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int searches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
    var bench = new SearchBench();
    try (var index = new DesignIndex()) {
      long began = System.nanoTime();
      for (int i = 0; i < designs; i++) {
        index.put(bench.design(i));
      }
      index.find(Sought.words(""), 0, 1);
      System.out.printf(
          Locale.ROOT,
          "%,d designs indexed in %.1f s%n",
          designs,
          (System.nanoTime() - began) / 1e9);
      bench.time(index, searches / 4); // until the code is warm
      long[] micros = bench.time(index, searches);
      Arrays.sort(micros);
      System.out.printf(
          Locale.ROOT,
          "%,d searches, CPU time of each: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
          searches,
          micros[searches / 2] / 1e3,
          micros[searches * 99 / 100] / 1e3,
          micros[searches - 1] / 1e3);
    }
  }

  private long[] time(DesignIndex index, int searches) {
    var threads = ManagementFactory.getThreadMXBean();
    var micros = new long[searches];
    for (int i = 0; i < searches; i++) {
      var sought = sought(i);
      long from = threads.getCurrentThreadCpuTime();
      index.find(sought, 0, 20);
      micros[i] = (threads.getCurrentThreadCpuTime() - from) / 1_000;
    }
    return micros;
  }

  private Sought sought(int i) {
    var typed = IntStream.range(0, 1 + i % 3).mapToObj(n -> word()).toList();
    var text = String.join(" ", typed);
    if (i % 3 == 0) {
      int at = random.nextInt(text.length());
      text = text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
    }
    return i % 3 == 1
        ? new Sought(text, "", Making.PRINTING, null, new Size(200, 200, 200), null, true)
        : Sought.words(text);
  }

  private DesignView design(int i) {
    var release =
        new Release(
            new ReleaseRef(new DesignId("design-" + i), "1.0"),
            sentence(3),
            LICENCES[i % LICENCES.length],
            new PersonId("p-dora"),
            sentence(40 + random.nextInt(80)),
            new Requirement(
                i % 5 == 0 ? Making.MILLING : Making.FFF,
                MATERIALS[i % MATERIALS.length],
                new Size(1 + random.nextInt(400), 1 + random.nextInt(400), 1 + random.nextInt(200)),
                Set.of(),
                0,
                0,
                0),
            List.of(new FileRef("a.stl", FileRef.Role.MODEL, Digest.of(new byte[0]), 0, null)),
            null,
            null,
            List.of(),
            i % 10 == 0 ? List.of(new Fits(word(), word(), word())) : List.of());
    return new DesignView(
        release.ref().design(),
        1,
        List.of(new DesignView.Published(release, Instant.ofEpochSecond(i), null, null)));
  }

  private String sentence(int length) {
    return IntStream.range(0, length).mapToObj(n -> word()).collect(Collectors.joining(" "));
  }

  /** The first words of the list are drawn most often; every tenth is a small one. */
  private String word() {
    if (random.nextInt(10) == 0) {
      return random.nextBoolean() ? "the" : "of";
    }
    return words[(int) Math.pow(VOCABULARY, random.nextDouble()) - 1];
  }

  private String syllable() {
    return ""
        + "bdfgklmnprstvw".charAt(random.nextInt(14))
        + "aeiou".charAt(random.nextInt(5))
        + (random.nextInt(3) == 0 ? "nrst".substring(random.nextInt(4)).substring(0, 1) : "");
  }
}
