package org.vicinal.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.agent.workshop.Rehearsal.HOOK;
import static org.vicinal.agent.workshop.Rehearsal.NOON;
import static org.vicinal.agent.workshop.Rehearsal.PRINTER;
import static org.vicinal.agent.workshop.Rehearsal.ROUTER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vicinal.agent.journal.Fact;
import org.vicinal.messages.capacity.Capacity;
import org.vicinal.messages.capacity.Hours;
import org.vicinal.messages.capacity.Opening;
import org.vicinal.messages.net.Seen;

/** The workshop tells what it lets everybody see, and promises only what its hours allow. */
class PlansTest {
  private static final Hours MORNINGS =
      new Hours("UTC", List.of(Opening.parse("Mon-Fri 08:00-13:00")), List.of(), false);

  @Test
  void whoPublishesNothingTellsItsMachinesOnly() {
    assertThat(presences(new Rehearsal()))
        .singleElement()
        .satisfies(presence -> assertThat(presence.capacity()).isNull());
  }

  @Test
  void hoursAndRatesAreToldAtTheStart() {
    var capacity = last(new Rehearsal(MORNINGS, new Publishing(true, true)));
    assertThat(capacity.hours()).isEqualTo(MORNINGS);
    assertThat(capacity.busy()).isEmpty();
    var rate = capacity.findRate(PRINTER).orElseThrow();
    assertThat(rate.hour()).isEqualTo(300);
    assertThat(rate.materials()).containsEntry("pla", 2500L);
    assertThat(rate.handlingSeconds()).isEqualTo(300);
  }

  @Test
  void aQueueThatGrowsIsToldOnce() {
    var rehearsal = new Rehearsal(Hours.ALWAYS, new Publishing(true, false));
    rehearsal.call("job", 4, Rehearsal.print(50), HOOK);
    rehearsal.fileIsGood(HOOK, PRINTER);
    assertThat(presences(rehearsal)).hasSize(1);
    rehearsal.award("job", 1, 4);
    rehearsal.delivered();
    assertThat(presences(rehearsal)).hasSize(2);
    var capacity = last(rehearsal);
    assertThat(capacity.freeAt(PRINTER, NOON)) // four times ten minutes, and a person's five
        .isEqualTo(NOON.plus(Duration.ofMinutes(61)));
    assertThat(capacity.freeAt(ROUTER, NOON)).isEqualTo(NOON);
    assertThat(capacity.rates()).isEmpty();
    rehearsal.now = NOON.plusSeconds(60);
    rehearsal.hear(WorkshopInput.ClockTicked::new);
    assertThat(presences(rehearsal)).hasSize(2);
  }

  @Test
  void aBidIsForADayOnWhichSomebodyIsThere() {
    var rehearsal = new Rehearsal(MORNINGS, Publishing.NOTHING);
    rehearsal.call("job", 6, Rehearsal.print(50), HOOK);
    rehearsal.fileIsGood(HOOK, PRINTER);
    var bid =
        rehearsal.facts.stream()
            .filter(Fact.BidMade.class::isInstance)
            .map(fact -> ((Fact.BidMade) fact).bid())
            .findFirst()
            .orElseThrow();
    // Three pieces before one o'clock, three on Tuesday morning from eight.
    assertThat(bid.pieces()).isEqualTo(6);
    assertThat(bid.readyBy()).isEqualTo(Instant.parse("2026-06-02T08:45:00Z"));
  }

  private static List<Seen.Presence> presences(Rehearsal rehearsal) {
    return rehearsal.facts.stream()
        .filter(Fact.Told.class::isInstance)
        .map(fact -> ((Fact.Told) fact).seen())
        .filter(Seen.Presence.class::isInstance)
        .map(Seen.Presence.class::cast)
        .toList();
  }

  private static Capacity last(Rehearsal rehearsal) {
    return Objects.requireNonNull(presences(rehearsal).getLast().capacity());
  }
}
