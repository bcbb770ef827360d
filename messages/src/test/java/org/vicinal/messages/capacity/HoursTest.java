package org.vicinal.messages.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs begin when somebody is there; whether they go on in the night is the workshop's rule. */
class HoursTest {
  private static final Instant FRIDAY_16 = Instant.parse("2026-05-01T14:00:00Z"); // 16:00 in Berlin
  private static final Duration HOUR = Duration.ofHours(1);

  private static Hours week(boolean runsOn, String... closed) {
    return new Hours(
        "Europe/Berlin",
        List.of(Opening.parse("Mon-Fri 09:00-18:00")),
        List.of(closed).stream().map(Closure::parse).toList(),
        runsOn);
  }

  @Test
  void whatDoesNotFitBeforeTheWeekendWaitsUntilMonday() {
    assertThat(week(false).findEnd(FRIDAY_16, HOUR, 2)).hasValue(at("2026-05-01T18:00"));
    assertThat(week(false).findEnd(FRIDAY_16, HOUR, 3)).hasValue(at("2026-05-04T10:00"));
  }

  @Test
  void aRunThatMayGoOnEndsInTheNight() {
    var run = Duration.ofHours(5);
    assertThat(week(true).findEnd(FRIDAY_16, run, 1)).hasValue(at("2026-05-01T21:00"));
    assertThat(week(true).findEnd(FRIDAY_16, run, 2)).hasValue(at("2026-05-04T14:00"));
    assertThat(week(false).findEnd(FRIDAY_16, run, 1)).hasValue(at("2026-05-04T14:00"));
  }

  @Test
  void aRunLongerThanAnyDayIsNeverDoneWhereNightsStopIt() {
    assertThat(week(false).findEnd(FRIDAY_16, Duration.ofHours(10), 1)).isEmpty();
    assertThat(week(true).findEnd(FRIDAY_16, Duration.ofHours(10), 1))
        .hasValue(at("2026-05-02T02:00"));
  }

  @Test
  void closedDaysAreLeftOut() {
    assertThat(week(false, "2026-05-04..2026-05-05").findEnd(FRIDAY_16, HOUR, 3))
        .hasValue(at("2026-05-06T10:00"));
    assertThat(week(true, "2026-01-01..2028-01-01").findEnd(FRIDAY_16, HOUR, 1)).isEmpty();
  }

  @Test
  void aDayThatTouchesTheNextIsOneTime() {
    var always =
        new Hours("Europe/Berlin", List.of(Opening.parse("Mon-Sun 00:00-24:00")), List.of(), false);
    assertThat(always.findEnd(FRIDAY_16, Duration.ofHours(30), 2)).hasValue(at("2026-05-04T04:00"));
  }

  @Test
  void theHourThatIsSkippedInSpringIsNotWorked() {
    var night =
        new Hours("Europe/Berlin", List.of(Opening.parse("Sun 00:00-06:00")), List.of(), false);
    assertThat(night.findEnd(Instant.parse("2026-03-28T12:00:00Z"), Duration.ofHours(6), 1))
        .hasValue(at("2026-04-05T06:00")); // 29 March has only five of them
  }

  @Test
  void overTheWeekend() {
    var shop = Opening.parse("Sat-Mon 10:00-12:00");
    assertThat(shop.on(java.time.DayOfWeek.SUNDAY)).isTrue();
    assertThat(shop.on(java.time.DayOfWeek.TUESDAY)).isFalse();
  }

  @Test
  void wordsThatAreNoHoursAreNamed() {
    assertThatThrownBy(() -> Opening.parse("Monday to Friday"))
        .hasMessage(
            "Expected opening hours such as \"Mon-Fri 09:00-18:00\", but found \"Monday to Friday\".");
    assertThatThrownBy(() -> Opening.parse("Mon 18:00-09:00"))
        .hasMessageContaining("Expected a time from before its end");
    assertThatThrownBy(() -> Closure.parse("Christmas")).hasMessageContaining("2026-12-24");
    assertThatThrownBy(() -> new Hours("Mars/Olympus", List.of(), List.of(), true))
        .hasMessageContaining("Europe/Berlin");
  }

  private static Instant at(String inBerlin) {
    return java.time.LocalDateTime.parse(inBerlin)
        .atZone(java.time.ZoneId.of("Europe/Berlin"))
        .toInstant();
  }
}
