package org.vicinal.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The same seed writes the same script, and scripts meet everything that can happen. */
class ScriptTest {
  private static final Script.Cast CAST =
      new Script.Cast(List.of("mill-lane", "old-forge"), List.of("mill-lane.left"), true);
  private static final Duration LENGTH = Duration.ofMinutes(2);

  @Test
  void theSameSeedWritesTheSameScript() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(script(seed)).isEqualTo(script(seed));
      assertThat(script(seed).acts())
          .as("seed %d", seed)
          .isNotEmpty()
          .allSatisfy(act -> assertThat(act.after()).isLessThan(LENGTH))
          .isSortedAccordingTo(java.util.Comparator.comparing(Script.Act::after));
    }
  }

  @Test
  void scriptsMeetEverything() {
    var kinds = new HashSet<Class<?>>();
    var victims = new HashSet<String>();
    for (long seed = 0; seed < 50; seed++) {
      for (var act : script(seed).acts()) {
        kinds.add(act.harm().getClass());
        victims.add(act.harm().victim());
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder(Harm.class.getPermittedSubclasses());
    assertThat(victims)
        .contains("coordinator", "mill-lane", "old-forge", "mill-lane.left", "network", "disk");
  }

  @Test
  void withoutASmallDiskNoneIsFilled() {
    var cast = new Script.Cast(CAST.agents(), CAST.machines(), false);
    for (long seed = 0; seed < 50; seed++) {
      assertThat(Script.write(new SplittableRandom(seed), LENGTH, cast).acts())
          .extracting(act -> (Object) act.harm().getClass())
          .doesNotContain(Harm.DiskFull.class);
    }
  }

  private static Script script(long seed) {
    return Script.write(new SplittableRandom(seed), LENGTH, CAST);
  }
}
