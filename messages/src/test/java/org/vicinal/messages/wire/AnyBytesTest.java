package org.vicinal.messages.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.net.Report;

/**
 * Whatever stands on a topic, reading it gives a record or {@link Json.Unreadable}, and never
 * anything else.
 */
class AnyBytesTest {
  @Test
  void damagedRecordsAreReadableOrUnreadableAndNothingElse() {
    long seed = Long.getLong("vicinal.seed", System.nanoTime());
    var random = new Random(seed);
    var examples = Examples.all().values().toArray();
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = Json.WIRE.write(examples[random.nextInt(examples.length)]);
      for (int flips = random.nextInt(6); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      for (var type : List.of(Call.class, Report.class, Instruction.class)) {
        try {
          assertThat(Json.WIRE.read(bytes, type)).isInstanceOf(type);
        } catch (Json.Unreadable expected) {
          assertThat(expected).hasMessageContaining("Expected");
        } catch (RuntimeException e) {
          throw new AssertionError("seed " + seed + ", input " + i, e);
        }
      }
    }
  }
}
