package org.vicinal.gcode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the bytes, an inspection ends, says something, and throws nothing but what a damaged
 * package deserves; and what goes out keeps to the firmware's limits.
 *
 * <p>20,000 programs in an ordinary run, ten million with {@code -Pnightly}, as many as {@code
 * -Dvicinal.seeds=} says; {@code -Dvicinal.seed=N} is one of them again. What was found stays below
 * as an example.
 */
@Timeout(36_000)
class AnyBytesTest {
  @Test
  void noBytesBreakAnInspection() {
    long only = Long.getLong("vicinal.seed", -1);
    long seeds = only >= 0 ? 1 : Long.getLong("vicinal.seeds", 20_000);
    for (long i = 0; i < seeds; i++) {
      long seed = only >= 0 ? only : i;
      try {
        survive(seed);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
        throw new AssertionError("Failed with -Dvicinal.seed=" + seed, e);
      }
    }
  }

  static void survive(long seed) {
    var random = new Random(seed);
    byte[] program = AnyProgram.of(random);
    Dialect dialect = List.of(Dialect.values()).get(random.nextInt(Dialect.values().length));
    TimeModel model = List.of(TimeModel.values()).get(random.nextInt(TimeModel.values().length));
    Inspector inspector = Inspector.anyMachine();
    if (random.nextInt(4) > 0) {
      inspector = inspector.withDialect(dialect);
    }
    if (random.nextInt(4) == 0 && model != TimeModel.PRUSASLICER) {
      inspector = inspector.withTimeModel(model);
    }
    try {
      Inspection part = inspector.inspect(new ByteArrayInputStream(program));
      assertThat(part.seconds().total()).isGreaterThanOrEqualTo(0).isFinite();
      assertThat(part.findings()).allSatisfy(f -> assertThat(f.text()).isNotBlank());
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
    try (WireLines lines = WireForm.open(new ByteArrayInputStream(program), dialect)) {
      for (WireLine line = lines.next(); line != null; line = lines.next()) {
        assertThat(line.bytes().length).isBetween(1, dialect.payloadLimit());
        for (byte b : line.bytes()) {
          assertThat(b < 0 ? dialect.printer() : b >= ' ' && b != 0x7f).isTrue();
        }
      }
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  @Test
  void aCutGzipFileIsNamed() {
    byte[] packed = Packing.gzip("G28\nG1 X1\n".getBytes(US_ASCII));
    for (int length : new int[] {3, 12, packed.length - 3}) {
      assertThatThrownBy(
              () ->
                  Inspector.anyMachine()
                      .inspect(new ByteArrayInputStream(Arrays.copyOf(packed, length))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("gzip");
    }
  }

  @Test
  void aRapidBeforeAnyFeedTakesFiniteTimeInEveryModel() throws IOException {
    for (TimeModel model : TimeModel.values()) {
      if (model != TimeModel.PRUSASLICER) {
        var inspector = Inspector.anyMachine().withDialect(Dialect.GRBL).withTimeModel(model);
        assertThat(Snippets.inspect(inspector, "G0 X100\n").seconds().total())
            .as("%s", model)
            .isFinite()
            .isPositive();
      }
    }
  }

  @Test
  void aThreadNeedsASpindleThatTurns() throws IOException {
    assertThat(Snippets.errors(Dialect.LINUXCNC, "M3 S0\nG33 Z-1 K1")).containsExactly("thread");
  }

  @Test
  void anEndlessLoopThatFailsStopsAtOnce() throws IOException {
    assertThat(Snippets.errors(Dialect.LINUXCNC, "o1 while [1]\nG1 X1 X2\no1 endwhile\n"))
        .containsExactly("repeated-word");
  }

  @Test
  void oddNamesAndHugeNumbersOfParametersAreRefused() throws IOException {
    for (String line : new String[] {"#<#<a>=1", "#[9e9]=1", "#9223372036854775807=1", "#-1=1"}) {
      assertThat(Snippets.inspect(Dialect.LINUXCNC, line + "\nG0 X1\nM2").lines()).isEqualTo(3);
    }
    assertThat(Snippets.errors(Dialect.LINUXCNC, "#4294967297=1")).containsExactly("expression");
  }

  @Test
  void aRecoveryWithoutSpeedTakesFiniteTime() throws IOException {
    String program = "M207 S1.5 F2400\nM208 S0 F0\nG10\nG0 X20\nG11\nG1 X30\n";
    assertThat(Snippets.inspect(Dialect.REPRAPFIRMWARE, program).seconds().total()).isFinite();
  }
}
