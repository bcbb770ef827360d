package org.vicinal.gcode.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.MachineLimits;
import org.vicinal.gcode.SharedPrograms;
import org.vicinal.gcode.meaning.Interpreter;
import org.vicinal.gcode.text.ProgramStream;
import org.vicinal.gcode.text.WordReader;

/**
 * Whatever a planner does to be fast, a slow one that follows the formulas word by word, with the
 * whole program before it, comes to the same seconds: on all real programs and on random ones.
 */
class SlowPlannersTest {
  private static final double SAME = 1e-9;
  private static final long SEED = Long.getLong("vicinal.seed", 20261122);
  private static final int SEEDS = Integer.getInteger("vicinal.seeds", 200);

  /** A planner and the slow one that it is compared with. */
  private record Pair(
      String name,
      Function<Limits, Planner> fast,
      ToDoubleFunction<List<List<Recorder.Move>>> slow) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("marlin-jerk", l -> new MarlinJerkPlanner(l, false), slow(SlowMarlin.Kind.JERK)),
          new Pair("mk3", l -> new MarlinJerkPlanner(l, true), slow(SlowMarlin.Kind.MK3)),
          new Pair(
              "marlin-jerk-2.1.3", MarlinPlainJerkPlanner::new, slow(SlowMarlin.Kind.PLAIN_JERK)),
          new Pair("marlin-jd", MarlinDeviationPlanner::new, slow(SlowMarlin.Kind.DEVIATION)),
          new Pair("klipper", KlipperPlanner::new, SlowKlipper::seconds));

  @Test
  void allRealProgramsTakeAsLong() throws IOException {
    var softly = new SoftAssertions();
    for (Path file : SharedPrograms.list("sliced", ".gcode")) {
      List<List<Recorder.Move>> runs = recorded(file);
      for (Pair pair : PAIRS) {
        Planner planner = pair.fast().apply(limits());
        read(file, planner);
        double slow = pair.slow().applyAsDouble(runs);
        softly
            .assertThat(planner.seconds())
            .as("%s as %s", file.getFileName(), pair.name())
            .isCloseTo(slow, Offset.offset(SAME * slow + 1e-6));
      }
    }
    softly.assertAll();
  }

  @Test
  void randomProgramsTakeAsLong() {
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      for (Pair pair : PAIRS) {
        var recorder = new Recorder(limits());
        Planner planner = pair.fast().apply(limits());
        walk(new Random(seed), List.of(recorder, planner));
        double slow = pair.slow().applyAsDouble(recorder.runs);
        assertThat(planner.seconds())
            .as("%s, -Dvicinal.seed=%d", pair.name(), seed)
            .isCloseTo(slow, Offset.offset(SAME * slow + 1e-6));
      }
    }
  }

  /** Long and short moves, retractions, stops, and limits that change on the way. */
  private static void walk(Random random, List<Planner> planners) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (int i = 0; i < 300; i++) {
      double size = Math.pow(10, 3 * random.nextDouble() - 2);
      int kind = random.nextInt(20);
      double e = kind < 14 ? size * 0.05 : kind == 14 ? -0.8 : 0;
      if (kind != 14) {
        x += size * random.nextGaussian();
        y += size * random.nextGaussian();
        z += kind == 15 ? 0.2 : 0;
      }
      double feed = 5 + 150 * random.nextDouble();
      double print = 300 + 2000 * random.nextDouble();
      double jerk = 4 + 10 * random.nextDouble();
      for (Planner planner : planners) {
        if (kind == 16) {
          planner.limits().printAcceleration = print;
        } else if (kind == 17) {
          planner.limits().jerk[0] = jerk;
        } else if (kind == 18 && i % 5 == 0) {
          planner.stop();
        }
        planner.line(x, y, z, e, feed, false);
      }
    }
    planners.forEach(Planner::finish);
  }

  private static ToDoubleFunction<List<List<Recorder.Move>>> slow(SlowMarlin.Kind kind) {
    return runs -> new SlowMarlin(kind).seconds(runs);
  }

  private static List<List<Recorder.Move>> recorded(Path file) throws IOException {
    var recorder = new Recorder(limits());
    read(file, recorder);
    return recorder.runs;
  }

  private static void read(Path file, Planner planner) throws IOException {
    MachineLimits machine = MachineLimits.find("mk3s").orElseThrow();
    try (var words = new WordReader(ProgramStream.open(file), true)) {
      Interpreter.of(words, Dialect.PRUSA, machine, planner).run();
    }
  }

  private static Limits limits() {
    var limits = new Limits();
    double[] speed = {200, 200, 12, 120};
    double[] acceleration = {1000, 1000, 200, 5000};
    double[] jerk = {8, 8, 0.4, 4.5};
    double[] steps = {100, 100, 400, 280};
    System.arraycopy(speed, 0, limits.speed, 0, 4);
    System.arraycopy(acceleration, 0, limits.acceleration, 0, 4);
    System.arraycopy(jerk, 0, limits.jerk, 0, 4);
    System.arraycopy(steps, 0, limits.stepsPerMm, 0, 4);
    limits.printAcceleration = 1250;
    limits.retractAcceleration = 1250;
    limits.travelAcceleration = 1250;
    limits.junctionDeviation = 0.013;
    limits.squareCornerVelocity = 5;
    limits.minCruiseRatio = 0.5;
    return limits;
  }
}
