package org.vicinal.coordinator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody is woken before the bridge has caught up and one bidding window has passed. */
class StartGateTest {
  private boolean caughtUp;
  private long nanos = -5;
  private final StartGate gate = new StartGate(Duration.ofNanos(10), () -> caughtUp, () -> nanos);

  @Test
  void theWindowBeginsWhenTheBridgeHasCaughtUp() {
    nanos = 100;
    assertThat(gate.open()).isFalse();
    caughtUp = true;
    assertThat(gate.open()).isFalse();
    nanos = 109;
    assertThat(gate.open()).isFalse();
    nanos = 110;
    assertThat(gate.open()).isTrue();
  }

  @Test
  void whoHoldsItShutBeginsTheWindowAnewWhenLettingGo() {
    caughtUp = true;
    assertThat(gate.open()).isFalse();
    nanos = 50;
    gate.hold();
    assertThat(gate.open()).isFalse();
    gate.release();
    assertThat(gate.open()).isFalse();
    nanos = 60;
    assertThat(gate.open()).isTrue();
  }
}
