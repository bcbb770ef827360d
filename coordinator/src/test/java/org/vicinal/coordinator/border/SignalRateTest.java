package org.vicinal.coordinator.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vicinal.coordinator.decide.Things;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.net.Seen;

/** However often a workshop tells how far it is, those who watch see it every 5 s and run. */
class SignalRateTest {
  private final SignalRate rate = new SignalRate(Duration.ofSeconds(5));

  @Test
  void theNextSignalOfARunWaitsForTheInterval() {
    assertThat(shows("run-1", 0)).isTrue();
    assertThat(shows("run-1", 4)).isFalse();
    assertThat(shows("run-1", 5)).isTrue();
  }

  @Test
  void anotherRunHasItsOwnInterval() {
    assertThat(shows("run-1", 0)).isTrue();
    assertThat(shows("run-2", 1)).isTrue();
  }

  @Test
  void whatBecomesAnEventIsNoSignal() {
    var refusal = new Seen.Refusal(LotId.parse("o-1-1.1.1").job(), 1, "busy");
    assertThat(rate.shows(Things.WEIR_LANE, refusal, Things.NOON)).isFalse();
  }

  private boolean shows(String run, int second) {
    var progress =
        new Seen.Progress(
            LotId.parse("o-1-1.1.1"), new RunId(run), Things.MK3, second, 100, 60 - second);
    return rate.shows(Things.WEIR_LANE, progress, Things.NOON.plusSeconds(second));
  }
}
