package org.vicinal.agent.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a machine really takes. A plan knows the program; it does not know how long this bed
 * heats, how often somebody pauses, or how this firmware slows down before corners.
 *
 * @param ratios real to planned time of the latest runs that came to their end, oldest first; at
 *     most {@value #KEPT}
 */
public record Experience(List<Double> ratios) {
  /** A machine that nothing is known of. */
  public static final Experience NONE = new Experience(List.of());

  /** Of so many runs an estimate is corrected. */
  public static final int ENOUGH = 3;

  private static final int KEPT = 15;
  private static final double SHORTEST_PLAN_SECONDS = 30; // below, what is around the run counts
  private static final double PLAUSIBLE = 4; // beyond: a night's pause, a clock that jumped
  private static final double LEAST = 0.5;
  private static final double MOST = 3;

  public Experience {
    ratios = List.copyOf(ratios);
  }

  /**
   * By what a plan is multiplied: the median, so that a run that somebody paused for a night does
   * not count; 1 until {@link #ENOUGH} runs have ended.
   */
  public double correction() {
    if (ratios.size() < ENOUGH) {
      return 1;
    }
    var sorted = ratios.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return Math.clamp(median, LEAST, MOST);
  }

  /** Such as "takes 1.18 times its plans, by 9 runs"; empty while too little is known. */
  public String words() {
    return ratios.size() < ENOUGH
        ? ""
        : String.format(
            Locale.ROOT, "takes %.2f times its plans, by %d runs", correction(), ratios.size());
  }

  Experience after(double plannedSeconds, double realSeconds) {
    double ratio = realSeconds / plannedSeconds;
    if (plannedSeconds < SHORTEST_PLAN_SECONDS || ratio > PLAUSIBLE || ratio < 1 / PLAUSIBLE) {
      return this;
    }
    var all = new ArrayList<>(ratios);
    all.add(ratio);
    return new Experience(all.subList(Math.max(0, all.size() - KEPT), all.size()));
  }
}
