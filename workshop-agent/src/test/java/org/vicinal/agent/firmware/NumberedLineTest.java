package org.vicinal.agent.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A line goes out as {@code N12 G28*20}: number, text, the XOR of all before the star. */
class NumberedLineTest {

  @Test
  void isAsMarlinChecksIt() {
    assertThat(text(0, "M110 N0")).isEqualTo("N0 M110 N0*125\n");
    assertThat(text(12, "G28")).isEqualTo("N12 G28*33\n".replace("33", sum("N12 G28")));
  }

  @Test
  void itsLengthIsKnownBefore() {
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long number = random.nextLong(1L << random.nextInt(1, 40));
      var text = "G1 X" + random.nextInt() + "é".repeat(random.nextInt(2));
      var body = "N" + number + " " + text;
      assertThat(text(number, text)).isEqualTo(body + "*" + sum(body) + "\n");
      assertThat(NumberedLine.length(number, text)).isEqualTo(text(number, text).length() - 1);
    }
  }

  private static String text(long number, String text) {
    return new String(NumberedLine.of(number, text), StandardCharsets.ISO_8859_1);
  }

  private static String sum(String body) {
    return Integer.toString(body.chars().reduce(0, (a, c) -> a ^ c) & 0xff);
  }
}
