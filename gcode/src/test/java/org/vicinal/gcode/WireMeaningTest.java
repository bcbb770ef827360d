package org.vicinal.gcode;

import static org.vicinal.gcode.Dialect.GRBL;
import static org.vicinal.gcode.Dialect.PRUSA;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What goes out means what the program means: read again, the wire form goes the same way in the
 * same time, and reducing it once more changes nothing.
 */
class WireMeaningTest {
  private static final long SEED = Long.getLong("vicinal.seed", 20261123);
  private static final int SEEDS = Integer.getInteger("vicinal.seeds", 500);
  private static final List<Dialect> DIALECTS = List.of(Dialect.values());

  /** Greater programs are read in one dialect only. */
  private static final int GREAT = 200_000;

  @Test
  void realProgramsKeepTheirMeaning() throws IOException {
    var softly = new SoftAssertions();
    for (String folder : List.of("sliced", "cnc", "nasty")) {
      try (Stream<Path> files = Files.list(SharedData.folder(folder))) {
        for (Path file : files.sorted().toList()) {
          byte[] program = Files.readAllBytes(file);
          for (Dialect dialect : DIALECTS) {
            boolean theirs = folder.equals("sliced") ? dialect == PRUSA : dialect == GRBL;
            if (theirs || (program.length < GREAT && !folder.equals("sliced"))) {
              compare(softly, program, dialect, file.getFileName() + " for " + dialect);
            }
          }
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void anyProgramKeepsItsMeaning() throws IOException {
    var softly = new SoftAssertions();
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      var random = new Random(seed);
      byte[] program = AnyProgram.lines(random);
      Dialect dialect = DIALECTS.get(random.nextInt(DIALECTS.size()));
      compare(softly, program, dialect, "-Dvicinal.seed=" + seed + " for " + dialect);
    }
    softly.assertAll();
  }

  private static void compare(SoftAssertions softly, byte[] program, Dialect dialect, String name)
      throws IOException {
    Optional<byte[]> wire = findWire(program, dialect);
    if (wire.isEmpty()) {
      return; // a line must not go out, so nothing does
    }
    Inspector inspector = Inspector.anyMachine().withDialect(dialect);
    Inspection read = inspector.inspect(new ByteArrayInputStream(program));
    Inspection sent = inspector.inspect(new ByteArrayInputStream(wire.get()));
    softly.assertThat(meaning(sent)).as(name).isEqualTo(meaning(read));
    double seconds = read.seconds().total(); // sums differ in their last digits
    softly
        .assertThat(sent.seconds().total())
        .as("seconds of %s", name)
        .isCloseTo(seconds, Offset.offset(1e-9 * seconds + 1e-9));
    softly
        .assertThat(findWire(wire.get(), dialect).orElse(program))
        .as("%s, reduced twice", name)
        .isEqualTo(wire.get());
  }

  private static List<Object> meaning(Inspection part) {
    return List.of(
        part.moves(),
        part.arcs(),
        part.seconds().unknown(),
        part.filament().sumMm(),
        part.filament().perToolMm(),
        part.box(),
        part.cutMm(),
        part.rapidMm(),
        part.end(),
        part.maxFeedMmPerMin(),
        part.temperatures(),
        part.spindleRpm(),
        part.tools(),
        part.toolChanges());
  }

  private static Optional<byte[]> findWire(byte[] program, Dialect dialect) throws IOException {
    var out = new ByteArrayOutputStream();
    try (WireLines lines = WireForm.open(new ByteArrayInputStream(program), dialect)) {
      for (WireLine line = lines.next(); line != null; line = lines.next()) {
        out.writeBytes(line.bytes());
        out.write('\n');
      }
      return Optional.of(out.toByteArray());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
