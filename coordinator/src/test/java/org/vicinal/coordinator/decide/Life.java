package org.vicinal.coordinator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One entity under test, its clock and its neighbours: given, when and then of the deciders. */
public final class Life<S, C extends Command, E extends Event> {
  private final Decider<S, C, E> decider;
  private final List<Occurred<E>> events = new ArrayList<>();
  private S state;
  private Instant now;
  private long generation;
  private Neighbourhood neighbourhood = Neighbourhood.EMPTY;
  private int commands;

  public Life(Decider<S, C, E> decider, Instant now) {
    this.decider = decider;
    this.state = decider.initial();
    this.now = now;
  }

  public Life<S, C, E> among(Neighbourhood others) {
    neighbourhood = others;
    return this;
  }

  public Life<S, C, E> inGeneration(long number) {
    generation = number;
    return this;
  }

  public Life<S, C, E> at(Instant moment) {
    now = moment;
    return this;
  }

  public Life<S, C, E> later(Duration time) {
    now = now.plus(time);
    return this;
  }

  public Instant now() {
    return now;
  }

  public S state() {
    return state;
  }

  public Optional<Instant> wake() {
    return decider.wake(state);
  }

  public List<E> history() {
    return events.stream().map(Occurred::event).toList();
  }

  /** Asks, and lets happen what is decided. */
  public Then<E> when(Asker by, C command) {
    var id = "c-" + ++commands;
    var asked = new Asked<>(id, by, now, generation, neighbourhood, command);
    var decision = decider.decide(state, asked);
    if (decision instanceof Decision.Accepted<E>(var accepted)) {
      for (var event : accepted) {
        var occurred =
            new Occurred<>(
                id + "/" + events.size(), command.target(), events.size() + 1L, now, by, event);
        events.add(occurred);
        state = decider.evolve(state, occurred);
      }
    }
    S replayed = decider.initial();
    for (var event : events) {
      replayed = decider.evolve(replayed, event);
    }
    assertThat(replayed).as("replayed events").isEqualTo(state);
    return new Then<>(decision);
  }

  /** What came of a command. */
  public record Then<E extends Event>(Decision<E> decision) {
    public List<E> events() {
      assertThat(decision).isInstanceOf(Decision.Accepted.class);
      return ((Decision.Accepted<E>) decision).events();
    }

    /** These kinds of events happened, in this order, and no others. */
    public Then<E> then(Class<?>... kinds) {
      assertThat(events().stream().<Class<?>>map(Object::getClass).toList()).containsExactly(kinds);
      return this;
    }

    public Then<E> thenNothing() {
      assertThat(events()).isEmpty();
      return this;
    }

    public void thenRejected(Rejection.Kind kind, String words) {
      assertThat(decision).isInstanceOf(Decision.Rejected.class);
      var rejection = ((Decision.Rejected<E>) decision).rejection();
      assertThat(rejection.kind()).isEqualTo(kind);
      assertThat(rejection.reason()).contains(words);
    }

    public void thenInvalid(String field) {
      assertThat(decision).isInstanceOf(Decision.Rejected.class);
      assertThat(((Decision.Rejected<E>) decision).rejection().field()).isEqualTo(field);
    }

    /** The first event of this kind. */
    public <K extends E> K the(Class<K> kind) {
      return events().stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }
  }
}
