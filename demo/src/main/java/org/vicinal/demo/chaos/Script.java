package org.vicinal.demo.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What happens in a run, and when.
 *
 * @param acts in their order
 */
record Script(List<Act> acts) {
  private static final int LONGEST_MILLIS = 12_000;
  private static final int GAP_MILLIS = 8_000;
  private static final long ROOM_BYTES = 6_000_000; // above and below the coordinator's floor

  /**
   * @param after the beginning of the run
   */
  record Act(Duration after, Harm harm) {}

  /** Who can be harmed. */
  record Cast(List<String> agents, List<String> machines, boolean disk) {}

  Script {
    acts = List.copyOf(acts);
  }

  /** The same seed writes the same script. */
  static Script write(RandomGenerator random, Duration length, Cast cast) {
    var acts = new ArrayList<Act>();
    long at = 1_000;
    while (at < length.toMillis()) {
      var lasts = Duration.ofMillis(500 + random.nextInt(LONGEST_MILLIS));
      acts.add(new Act(Duration.ofMillis(at), harm(random, lasts, cast)));
      at += 500 + random.nextInt(GAP_MILLIS);
    }
    return new Script(acts);
  }

  private static Harm harm(RandomGenerator random, Duration lasts, Cast cast) {
    int kind = random.nextInt(cast.disk() ? 12 : 10);
    return switch (kind) {
      case 0, 1 -> new Harm.Killed("coordinator", lasts.dividedBy(4));
      case 2 -> new Harm.Stopped("coordinator", lasts);
      case 3, 4 -> new Harm.Killed(one(random, cast.agents()), lasts);
      case 5, 6 -> new Harm.Stopped(one(random, cast.agents()), lasts);
      case 7 -> new Harm.Killed(one(random, cast.machines()), lasts);
      case 8, 9 -> new Harm.Cut(random.nextBoolean(), lasts);
      default -> new Harm.DiskFull(random.nextLong(ROOM_BYTES), lasts);
    };
  }

  private static String one(RandomGenerator random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
