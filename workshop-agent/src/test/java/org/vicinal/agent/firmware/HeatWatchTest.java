package org.vicinal.agent.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A heater that disobeys is found from the reports; one that obeys never is. */
class HeatWatchTest {
  private static final long SECOND = 1_000_000_000L;

  private HeatWatch watch = HeatWatch.BEGIN;
  private long now = SECOND;

  private void report(double nozzle, double target) {
    now += 2 * SECOND;
    watch =
        watch.after(
            String.format(Locale.ROOT, "T:%.2f /%.2f B:60.0 /60.0 @:64 B@:20", nozzle, target),
            now);
  }

  @Test
  void warmingOvershootingAndCoolingAreFine() {
    for (double t = 20; t < 227; t += 3) {
      report(t, 215);
      assertThat(watch.danger()).isEmpty();
    }
    for (double t = 227; t > 25; t--) {
      report(t, 0);
      assertThat(watch.danger()).isEmpty();
    }
  }

  @Test
  void aHeaterThatStaysOnIsFound() {
    report(215, 215);
    for (double t = 215; watch.danger().isEmpty() && t < 300; t += 2) {
      report(t, 215);
    }
    assertThat(watch.danger())
        .hasValueSatisfying(
            danger -> {
              assertThat(danger.uncontrolled()).isTrue();
              assertThat(danger.words()).contains("The nozzle", "target of 215", "does not go off");
            });
  }

  @Test
  void aHeaterThatDoesNotWarmIsFound() {
    for (int i = 0; i < 70; i++) {
      report(22, 215);
    }
    assertThat(watch.danger())
        .hasValueSatisfying(
            danger -> {
              assertThat(danger.uncontrolled()).isFalse();
              assertThat(danger.words()).contains("no warmer for two minutes");
            });
  }

  @Test
  void aSensorThatCannotBeIsFound() {
    report(-30, 0);
    report(-30, 0);
    assertThat(watch.danger()).isPresent();
  }

  @Test
  void aReportThatTheWireHasDamagedStopsNothing() {
    report(210, 215);
    report(2100, 215);
    assertThat(watch.danger()).isEmpty();
    report(210, 215);
    assertThat(watch.danger()).isEmpty();
    for (int i = 0; i < 50; i++) {
      report(i == 1 ? 90 : 20 + i, 100); // one wrong digit must not hide that it warms
      assertThat(watch.danger()).isEmpty();
    }
  }

  @Test
  void otherTextIsNoReport() {
    assertThat(Temperature.listIn("ok")).isEmpty();
    assertThat(Temperature.listIn("echo:busy: processing")).isEmpty();
    assertThat(Temperature.listIn("ok T:210.1 /215.0 B:60.0 /60.0 T0:210.1 /215.0 @:64 B@:0"))
        .extracting(Temperature::sensor)
        .containsExactly("T", "B", "T0");
  }
}
