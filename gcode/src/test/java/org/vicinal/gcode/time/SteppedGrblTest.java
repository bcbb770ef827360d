package org.vicinal.gcode.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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
 * The closed form of GRBL's time is that of a simulation of every step, also where the machine is
 * forced to stand still all the time. The simulation itself takes as long as real GRBL on every
 * program at hand.
 */
class SteppedGrblTest {
  private static final double ALL = 0.0005;
  private static final double FORCED_STOPS = 0.0005;
  private static final long SEED = Long.getLong("vicinal.seed", 20261122);
  private static final int SEEDS = Integer.getInteger("vicinal.seeds", 8);
  private static final String[] MACHINES = {
    "shapeoko-1", "shapeoko-2", "shapeoko-3", "grbl-3018", "grbl", "x-carve"
  };

  @Test
  void realPrograms() throws IOException {
    var softly = new SoftAssertions();
    for (Path file : SharedPrograms.list("cnc", "")) {
      String name = file.getFileName().toString();
      if (name.endsWith(".csv") || name.endsWith(".settings")) {
        continue;
      }
      for (String machine : new String[] {"shapeoko-3", "grbl-3018"}) {
        compare(softly, name + " on " + machine, Files.readAllBytes(file), machine, ALL);
      }
    }
    softly.assertAll();
  }

  @Test
  void theSimulationTakesAsLongAsRealGrbl() throws IOException {
    var softly = new SoftAssertions();
    for (Map<String, String> row : SharedPrograms.table("cnc", "TRUTH.csv")) {
      for (String machine : new String[] {"shapeoko-3", "grbl-3018"}) {
        double real =
            Double.parseDouble(
                row.getOrDefault(
                    machine.equals("shapeoko-3") ? "grbl_time_so3_s" : "grbl_time_3018_s", "0"));
        String name = row.getOrDefault("file", "");
        if (real > 0) {
          softly
              .assertThat(
                  stepped(Files.readAllBytes(SharedPrograms.list("cnc", name).getFirst()), machine))
              .as("%s on %s", name, machine)
              .isCloseTo(real, Offset.offset(ALL * real));
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void rastersOfForcedStops() throws IOException {
    var softly = new SoftAssertions();
    for (String machine : MACHINES) {
      for (double dot : new double[] {0.03, 0.05, 0.1, 0.2, 0.25, 1, 5}) {
        compare(softly, "dots of " + dot + " on " + machine, raster(dot), machine, FORCED_STOPS);
      }
    }
    softly.assertAll();
  }

  @Test
  void randomProgramsOfAllKinds() throws IOException {
    var softly = new SoftAssertions();
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      for (String machine : MACHINES) {
        String text = random(new Random(seed));
        compare(softly, "-Dvicinal.seed=" + seed + " on " + machine, text, machine, ALL);
      }
    }
    softly.assertAll();
  }

  /** Every dot has another power, and without laser mode that is a full stop. */
  private static String raster(double dot) {
    var text = new StringBuilder("G21 G90 F3000 M3 S0\n");
    for (int i = 1; i <= 400; i++) {
      text.append(String.format(Locale.ROOT, "G1 X%.3f S%d%n", i * dot % 200, i % 2 * 500 + i % 7));
    }
    return text.toString();
  }

  /** Lines, short segments, arcs in all planes, G93, dwells, spindle and coolant. */
  private static String random(Random random) {
    var text = new StringBuilder("G21 G90 G17 F800 M3 S1000\n");
    for (int i = 0; i < 150; i++) {
      double x = random.nextDouble() * 80;
      double y = random.nextDouble() * 80;
      text.append(
          switch (random.nextInt(9)) {
            case 0 -> String.format(Locale.ROOT, "G0 X%.3f Y%.3f", x, y);
            case 1 ->
                String.format(
                    Locale.ROOT, "G1 X%.3f Y%.3f F%.0f", x, y, 100 + random.nextDouble() * 2000);
            case 2 -> curve(random);
            case 3 ->
                String.format(Locale.ROOT, "G91 G2 X%.3f Y0 I%.3f J0 F600", x / 8 + 1, x / 16 + 0.5)
                    + "\nG90";
            case 4 ->
                String.format(Locale.ROOT, "G91 G3 X0 Y%.3f R%.3f F900", y / 8 + 1, y / 8 + 1)
                    + "\nG90";
            case 5 ->
                String.format(Locale.ROOT, "G93 G1 X%.3f F%.2f", x, 3 + random.nextDouble() * 20)
                    + "\nG94 F700";
            case 6 -> "G4 P0.3";
            case 7 -> "M8";
            default -> String.format(Locale.ROOT, "G1 Z%.3f F200", random.nextDouble() * -3);
          });
      text.append('\n');
    }
    return text.toString();
  }

  private static String curve(Random random) {
    var text = new StringBuilder("G91 F1200");
    double angle = random.nextDouble() * 6;
    for (int i = 0; i < 40; i++) {
      angle += 0.1 * random.nextGaussian();
      text.append(
          String.format(
              Locale.ROOT, "%nG1 X%.3f Y%.3f", 0.3 * Math.cos(angle), 0.3 * Math.sin(angle)));
    }
    return text.append("\nG90").toString();
  }

  private static void compare(
      SoftAssertions softly, String name, String text, String machine, double share)
      throws IOException {
    compare(softly, name, text.getBytes(StandardCharsets.US_ASCII), machine, share);
  }

  private static void compare(
      SoftAssertions softly, String name, byte[] program, String machine, double share)
      throws IOException {
    MachineLimits profile = MachineLimits.find(machine).orElseThrow();
    var planner = new GrblPlanner(limits(profile));
    read(program, profile, planner);
    double stepped = stepped(program, machine);
    softly
        .assertThat(planner.seconds() + planner.stopSeconds())
        .as(name)
        .isCloseTo(stepped, Offset.offset(share * stepped + 1e-6));
  }

  private static double stepped(byte[] program, String machine) throws IOException {
    MachineLimits profile = MachineLimits.find(machine).orElseThrow();
    var recorder = Recorder.withArcsOfGrbl(limits(profile));
    read(program, profile, recorder);
    return new SteppedGrbl(limits(profile)).seconds(recorder.runs);
  }

  private static void read(byte[] program, MachineLimits machine, Planner planner)
      throws IOException {
    var words = new WordReader(ProgramStream.of(new ByteArrayInputStream(program)), false);
    Interpreter.of(words, Dialect.GRBL, machine, planner).run();
    assertThat(planner.seconds()).isNotNaN();
  }

  private static Limits limits(MachineLimits machine) {
    var limits = new Limits();
    for (int k = 0; k < 3; k++) {
      limits.speed[k] = machine.axes().get(k).speed();
      limits.acceleration[k] = machine.axes().get(k).acceleration();
      limits.stepsPerMm[k] = machine.axes().get(k).stepsPerMm();
    }
    Arrays.fill(limits.speed, 3, 4, 100);
    limits.junctionDeviation = machine.junctionDeviation();
    limits.arcTolerance = machine.arcTolerance();
    limits.avrTimer = true;
    return limits;
  }
}
