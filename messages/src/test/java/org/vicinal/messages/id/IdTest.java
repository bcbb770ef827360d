package org.vicinal.messages.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Names are checked once, when they are made. */
class IdTest {
  @Test
  void aLotIdIsReadAsItIsWrittenAlsoBehindDots() {
    var lot = new LotId(new JobId("o.1-2"), 3, 4);
    assertThat(lot.toString()).isEqualTo("o.1-2.3.4");
    assertThat(LotId.parse("o.1-2.3.4")).isEqualTo(lot);
    assertThatThrownBy(() -> LotId.parse("o-1")).hasMessageContaining("job.generation.number");
  }

  @Test
  void namesThatWouldEscapeAreRefused() {
    for (var bad : new String[] {"", "../etc", "A", "a b", "é", "-a", "a".repeat(81)}) {
      assertThatThrownBy(() -> new OrderId(bad)).hasMessageContaining("order id");
    }
  }

  @Test
  void theDigestOfNothingIsTheWellKnownOne() {
    assertThat(Digest.of(new byte[0]).value())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
