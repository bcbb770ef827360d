package org.vicinal.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the bytes, an inspection ends, says something, and throws nothing but what a damaged
 * package deserves.
 *
 * <p>{@code -Dvicinal.seeds=10000000} runs as many inputs, {@code -Dvicinal.seed=N} one of them
 * again.
 */
@Timeout(3600)
class AnyBytesTest {
  private static final String[] PIECES = {
    "G0",
    "G1",
    "G2",
    "G3",
    "G4",
    "G5",
    "G10",
    "G17",
    "G18",
    "G20",
    "G28",
    "G38.2",
    "G53",
    "G81",
    "G83",
    "G90",
    "G91",
    "G92",
    "G93",
    "M3",
    "M6",
    "M30",
    "M82",
    "M104",
    "M109",
    "M117",
    "M201",
    "M204",
    "M205",
    "M221",
    "T1",
    "N5",
    "X",
    "Y",
    "Z",
    "E",
    "F",
    "I",
    "J",
    "K",
    "P",
    "Q",
    "R",
    "S",
    "L",
    "A",
    "0",
    "1",
    "-1",
    "10.5",
    "1e9",
    "99999999999999999999",
    "-.5",
    ".",
    "--",
    "\n",
    "\n",
    "\n",
    "\r",
    " ",
    " ",
    ";",
    "(",
    ")",
    "*",
    "%",
    "/",
    "#1=2",
    "#1",
    "#<a>",
    "[",
    "]",
    "o1",
    "sub",
    "endsub",
    "call",
    "while",
    "endwhile",
    "do",
    "if",
    "else",
    "endif",
    "repeat",
    "endrepeat",
    "break",
    "SQRT",
    "**",
    "MOD",
    "START_PRINT",
    "SET_VELOCITY_LIMIT ACCEL=0",
    "\0",
    "\u00ff",
    "\"",
    "$H",
    "!",
    "?",
    "G1 X10 E1 F1000\n",
    "G2 X5 I2 F100\n",
    "o1 while [#1 lt 5]\n",
    "GCDE\1\0\0\0\0\0",
    "\u001f\u008b"
  };

  @Test
  void noBytesBreakAnInspection() {
    long only = Long.getLong("vicinal.seed", -1);
    long seeds = only >= 0 ? 1 : Long.getLong("vicinal.seeds", 20_000);
    for (long i = 0; i < seeds; i++) {
      long seed = only >= 0 ? only : i;
      try {
        survive(seed);
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw new AssertionError("Failed with -Dvicinal.seed=" + seed, e);
      }
    }
  }

  private static void survive(long seed) {
    var random = new Random(seed);
    byte[] program = program(random);
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

  private static byte[] program(Random random) {
    if (random.nextInt(5) == 0) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      return bytes;
    }
    var text = new StringBuilder();
    int pieces = random.nextInt(80);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString().getBytes(ISO_8859_1);
  }
}
