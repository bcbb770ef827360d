package org.vicinal.coordinator.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.coordinator.wiring.Nouns;
import org.vicinal.coordinator.wiring.Wiring;

/**
 * One command, decided: recognise a repetition, decide, evolve, react. Writes nothing.
 *
 * @param generation of this coordinator, at the moment
 */
record Deciding(LongSupplier generation, Neighbourhood neighbourhood) {
  /** No state grows beyond this; in bytes of JSON. */
  static final int LARGEST_STATE = 256 * 1024;

  <S, C extends Command, E extends Event> Outcome<S> decide(
      Nouns.Entry<S, C, E> entry, Stored<S> stored, Submitted<?> submitted, Instant at) {
    var entity = submitted.command().target();
    var before = stored.answered(submitted.commandId());
    if (before != null) {
      return new Outcome<>(
          stored,
          null,
          List.of(),
          new Answer(before.id(), entity, before.version(), before.rejection()),
          List.of());
    }
    var asked =
        new Asked<>(
            submitted.commandId(),
            submitted.by(),
            at,
            generation.getAsLong(),
            neighbourhood,
            entry.commands().cast(submitted.command()));
    return switch (entry.decider().decide(stored.state(), asked)) {
      case Decision.Rejected<E>(var rejection) -> rejected(entry, stored, submitted, rejection);
      case Decision.Accepted<E>(var events) -> accepted(entry, stored, asked, entity, events);
    };
  }

  private static <S, C extends Command, E extends Event> Outcome<S> accepted(
      Nouns.Entry<S, C, E> entry,
      Stored<S> stored,
      Asked<C> asked,
      EntityKey entity,
      List<E> events) {
    var happened = new ArrayList<Occurred<?>>();
    var reactions = new ArrayList<Submitted<?>>();
    S state = stored.state();
    long version = stored.version();
    for (E event : events) {
      version++;
      var occurred =
          new Occurred<>(
              asked.commandId() + "/" + happened.size(),
              entity,
              version,
              asked.at(),
              asked.by(),
              event);
      state = entry.decider().evolve(state, occurred);
      happened.add(occurred);
      reactions.addAll(Wiring.react(occurred));
    }
    var answer = new Answer(asked.commandId(), entity, version, null);
    var wake = entry.decider().wake(state).orElse(null);
    var after =
        remember(new Stored<>(version, wake, stored.recent(), state), asked.command(), answer);
    byte[] bytes = changed(entry, stored, after);
    if (bytes != null && StoredBytes.jsonLength(bytes) > LARGEST_STATE) {
      var refusal =
          new Rejection(
              Rejection.Kind.CONFLICT,
              "%s has become too large to take more (%,d bytes). Begin a new one."
                  .formatted(entity, LARGEST_STATE),
              null);
      return new Outcome<>(
          stored,
          null,
          List.of(),
          new Answer(asked.commandId(), entity, stored.version(), refusal),
          List.of());
    }
    return new Outcome<>(after, bytes, happened, answer, reactions);
  }

  private static <S> byte @Nullable [] changed(
      Nouns.Entry<S, ?, ?> entry, Stored<S> before, Stored<S> after) {
    return after.equals(before) ? null : StoredBytes.write(entry, after);
  }

  /** A refusal is remembered too, but nothing is kept of what does not exist. */
  private static <S> Outcome<S> rejected(
      Nouns.Entry<S, ?, ?> entry, Stored<S> stored, Submitted<?> submitted, Rejection rejection) {
    var answer =
        new Answer(
            submitted.commandId(), submitted.command().target(), stored.version(), rejection);
    boolean exists = stored.version() > 0;
    var after = exists ? remember(stored, submitted.command(), answer) : stored;
    return new Outcome<>(after, changed(entry, stored, after), List.of(), answer, List.of());
  }

  /** Wakes are never repeated, and would only push the others out. */
  private static <S> Stored<S> remember(Stored<S> stored, Command command, Answer answer) {
    return command instanceof Wake
        ? stored
        : stored.remembering(
            new Stored.Answered(answer.commandId(), answer.version(), answer.rejection()));
  }

  /** Takes over an event of an export; null when it is there already. */
  <S, E extends Event> @Nullable Stored<S> restore(
      Nouns.Entry<S, ?, E> entry, Stored<S> stored, Occurred<?> event) {
    if (event.version() <= stored.version()) {
      return null;
    }
    if (event.version() != stored.version() + 1) {
      throw new IllegalArgumentException(
          "Expected event %d of %s, but found %d. The export has a gap."
              .formatted(stored.version() + 1, event.entity(), event.version()));
    }
    var occurred =
        new Occurred<>(
            event.id(),
            event.entity(),
            event.version(),
            event.at(),
            event.by(),
            entry.events().cast(event.event()));
    S state = entry.decider().evolve(stored.state(), occurred);
    return new Stored<>(
        event.version(), entry.decider().wake(state).orElse(null), stored.recent(), state);
  }
}
