package org.vicinal.coordinator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicinal.coordinator.decide.Things.ANA_ASKS;
import static org.vicinal.coordinator.decide.Things.BEN_ASKS;
import static org.vicinal.coordinator.decide.Things.COORDINATOR;
import static org.vicinal.coordinator.decide.Things.EVENING;
import static org.vicinal.coordinator.decide.Things.NOON;
import static org.vicinal.coordinator.decide.Things.STEWARD;
import static org.vicinal.coordinator.decide.Things.WEIR_LANE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Occurred;

/**
 * Every command has an answer in every state, whoever asks and whenever: it happens, it had
 * happened, or it is refused with a reason. The states are those that the examples of events lead
 * to from the beginning; a kind of state that none leads to fails the test.
 */
class EveryAnswerTest {
  private static final int DEEPEST = 6;
  private static final int OF_A_KIND = 6;
  private static final List<Asker> ASKERS =
      List.of(ANA_ASKS, BEN_ASKS, STEWARD, COORDINATOR, new Asker.Workshop(WEIR_LANE));
  private static final List<Instant> MOMENTS =
      List.of(NOON.minusSeconds(1), NOON, EVENING, EVENING.plus(Duration.ofDays(400)));

  @ParameterizedTest
  @EnumSource
  void everyCommandHasAnAnswerInEveryState(Noun noun) {
    answers(Nouns.of(noun));
  }

  private static <S, C extends Command, E extends Event> void answers(Nouns.Entry<S, C, E> entry) {
    var states = states(entry);
    assertThat(states.keySet())
        .as("kinds of state that were met")
        .containsAll(leaves(entry.states()).toList());
    var commands = Examples.commands().stream().filter(entry.commands()::isInstance).toList();
    for (var state : states.values().stream().flatMap(List::stream).toList()) {
      for (var command : commands) {
        for (var asker : ASKERS) {
          for (var at : MOMENTS) {
            answer(entry, state, entry.commands().cast(command), asker, at);
          }
        }
      }
    }
  }

  private static <S, C extends Command, E extends Event> void answer(
      Nouns.Entry<S, C, E> entry, S state, C command, Asker asker, Instant at) {
    var asked = new Asked<>("c-1", asker, at, 0, Neighbourhood.EMPTY, command);
    switch (entry.decider().decide(state, asked)) {
      case Decision.Rejected<E> it ->
          assertThat(it.rejection().reason()).as("%s in %s", command, state).isNotBlank();
      case Decision.Accepted<E> it -> {
        var next = state;
        for (var event : it.events()) {
          next = entry.decider().evolve(next, occurred(entry, event, at));
        }
        assertThat(entry.decider().wake(next)).isNotNull();
      }
    }
  }

  /** What the events lead to, breadth first; a sequence that cannot have happened is let go. */
  private static <S, C extends Command, E extends Event> Map<Class<?>, List<S>> states(
      Nouns.Entry<S, C, E> entry) {
    var met = new LinkedHashMap<Class<?>, List<S>>();
    var events = Examples.events().stream().filter(entry.events()::isInstance).toList();
    var edge = List.of(entry.decider().initial());
    keep(met, entry.decider().initial());
    for (int depth = 0; depth < DEEPEST; depth++) {
      var next = new ArrayList<S>();
      for (var state : edge) {
        for (var event : events) {
          try {
            var after =
                entry.decider().evolve(state, occurred(entry, entry.events().cast(event), NOON));
            if (keep(met, after)) {
              next.add(after);
            }
          } catch (RuntimeException impossible) {
            assertThat(impossible).isNotNull();
          }
        }
      }
      edge = next;
    }
    return met;
  }

  private static <S> boolean keep(Map<Class<?>, List<S>> met, S state) {
    var known = met.computeIfAbsent(state.getClass(), kind -> new ArrayList<>());
    return known.size() < OF_A_KIND && !known.contains(state) && known.add(state);
  }

  private static <E extends Event> Occurred<E> occurred(
      Nouns.Entry<?, ?, E> entry, E event, Instant at) {
    return new Occurred<>("c-0/0", new EntityKey(entry.noun(), "o-7"), 1, at, COORDINATOR, event);
  }

  private static Stream<Class<?>> leaves(Class<?> kind) {
    return kind.isSealed()
        ? Stream.of(kind.getPermittedSubclasses()).flatMap(EveryAnswerTest::leaves)
        : Stream.of(kind);
  }
}
