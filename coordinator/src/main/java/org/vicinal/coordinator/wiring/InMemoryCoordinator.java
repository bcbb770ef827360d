package org.vicinal.coordinator.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vicinal.coordinator.decide.Answer;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.job.JobEvent;
import org.vicinal.coordinator.workshop.WorkshopEvent;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.wire.Json;

/**
 * The smallest engine for the deciders: one thread, maps, no disk, and no clock but the one that it
 * is told. The simulation of the whole network and many tests run on it.
 *
 * <p>Like the real one it keeps commands, events and states as bytes, so that everything that
 * cannot be written or read again is found here. A bug is an {@link IllegalStateException}.
 */
public final class InMemoryCoordinator {
  private record Stored(long version, String state, Optional<Instant> wake) {}

  private final long generation;
  private final Map<EntityKey, Stored> entities = new LinkedHashMap<>();
  private final List<Occurred<?>> log = new ArrayList<>();
  private final Neighbours neighbours = new Neighbours();
  private final List<Outgoing> outgoing = new ArrayList<>();

  private InMemoryCoordinator(long generation) {
    this.generation = generation;
  }

  /** A coordinator to which nothing has happened. */
  public static InMemoryCoordinator empty() {
    return new InMemoryCoordinator(0);
  }

  /**
   * A coordinator restored from the first events of another's {@link #log()}. What was told to
   * workshops is not told again. What follows from the events is asked for again, because the
   * answer may be among those that were lost; where it is not, it is nothing new.
   *
   * @param generation higher than of any coordinator before it
   */
  public static InMemoryCoordinator restored(List<Occurred<?>> log, long generation, Instant at) {
    var coordinator = new InMemoryCoordinator(generation);
    for (var event : log) {
      coordinator.store(event);
    }
    coordinator.outgoing.clear();
    for (var event : log) {
      for (var command : Wiring.react(event)) {
        coordinator.ask(command, at);
      }
    }
    return coordinator;
  }

  /** Submits a command that the broker appended at {@code at}, and everything that follows. */
  public Answer ask(Submitted<?> command, Instant at) {
    Deque<Submitted<?>> queue = new ArrayDeque<>(List.of(command));
    Answer first = null;
    while (!queue.isEmpty()) {
      int before = log.size();
      var answer = process(queue.removeFirst(), at);
      first = first == null ? answer : first;
      for (var event : log.subList(before, log.size())) {
        queue.addAll(Wiring.react(event));
      }
    }
    return java.util.Objects.requireNonNull(first);
  }

  /** Takes a report from its topic; empty when it is a signal and not a command. */
  public Optional<Answer> report(WorkshopId sender, Report report, Instant at) {
    return Wiring.fromReport(sender, report).map(command -> ask(command, at));
  }

  /** When somebody wants to be woken next. */
  public Optional<Instant> nextWake() {
    return entities.values().stream().flatMap(it -> it.wake().stream()).min(Instant::compareTo);
  }

  /** Wakes everybody whose time has come. */
  public void wakeUp(Instant now) {
    for (var key : List.copyOf(entities.keySet())) {
      for (int i = 0; isDue(key, now); i++) {
        long version = stored(key).version();
        ask(
            new Submitted<>(
                "wake/%s/%d".formatted(key, version), new Asker.Coordinator(), Nouns.wake(key)),
            now);
        if (stored(key).version() == version || i > 1_000) {
          throw new IllegalStateException(
              key + " wants to be woken, and does nothing: " + stored(key).state());
        }
      }
    }
  }

  private boolean isDue(EntityKey key, Instant now) {
    return stored(key).wake().filter(wake -> !wake.isAfter(now)).isPresent();
  }

  private Stored stored(EntityKey key) {
    return java.util.Objects.requireNonNull(entities.get(key));
  }

  private Answer process(Submitted<?> submitted, Instant at) {
    var target = submitted.command().target();
    try {
      var read = Nouns.readCommand(target, Nouns.write(submitted));
      if (!read.equals(submitted)) {
        throw new IllegalStateException("Expected " + submitted + ", but read " + read);
      }
      return process(Nouns.of(target.noun()), read, at);
    } catch (Json.Unreadable e) {
      throw new IllegalStateException(e);
    }
  }

  private <S, C extends Command, E extends Event> Answer process(
      Nouns.Entry<S, C, E> entry, Submitted<?> submitted, Instant at) throws Json.Unreadable {
    var command = entry.commands().cast(submitted.command());
    var key = command.target();
    var asked =
        new Asked<>(submitted.commandId(), submitted.by(), at, generation, neighbours, command);
    Decision<E> decision = entry.decider().decide(read(entry, key), asked);
    return switch (decision) {
      case Decision.Rejected<E> no ->
          new Answer(submitted.commandId(), key, version(key), no.rejection());
      case Decision.Accepted<E> yes -> {
        int index = 0;
        for (var event : yes.events()) {
          store(
              new Occurred<>(
                  submitted.commandId() + "/" + index++,
                  key,
                  version(key) + 1,
                  at,
                  submitted.by(),
                  event));
        }
        yield new Answer(submitted.commandId(), key, version(key), null);
      }
    };
  }

  private long version(EntityKey key) {
    var stored = entities.get(key);
    return stored == null ? 0 : stored.version();
  }

  private <S> S read(Nouns.Entry<S, ?, ?> entry, EntityKey key) throws Json.Unreadable {
    var stored = entities.get(key);
    return stored == null
        ? entry.decider().initial()
        : Nouns.JSON.read(stored.state().getBytes(UTF_8), entry.states());
  }

  private void store(Occurred<?> event) {
    try {
      var read = Nouns.readEvent(event.entity(), Nouns.write(event));
      if (!read.equals(event)) {
        throw new IllegalStateException("Expected " + event + ", but read " + read);
      }
      evolve(Nouns.of(event.entity().noun()), event);
    } catch (Json.Unreadable e) {
      throw new IllegalStateException(e);
    }
    log.add(event);
    outgoing.addAll(Wiring.outgoing(event));
    if (event.event() instanceof WorkshopEvent workshop) {
      neighbours.on(workshop);
    } else if (event.event() instanceof JobEvent job) {
      neighbours.on(job, event.at());
    }
  }

  private <S, C extends Command, E extends Event> void evolve(
      Nouns.Entry<S, C, E> entry, Occurred<?> event) throws Json.Unreadable {
    var key = event.entity();
    var typed =
        new Occurred<>(
            event.id(),
            key,
            event.version(),
            event.at(),
            event.by(),
            entry.events().cast(event.event()));
    S state = entry.decider().evolve(read(entry, key), typed);
    byte[] bytes = Nouns.write(state);
    if (!Arrays.equals(bytes, Nouns.write(Nouns.JSON.read(bytes, entry.states())))) {
      throw new IllegalStateException("Expected " + state + " to be read as it was written.");
    }
    entities.put(
        key, new Stored(event.version(), new String(bytes, UTF_8), entry.decider().wake(state)));
  }

  /** Everything that has happened, oldest first. */
  public List<Occurred<?>> log() {
    return List.copyOf(log);
  }

  /** What is to be told to workshops since the last time somebody asked. */
  public List<Outgoing> takeOutgoing() {
    var taken = List.copyOf(outgoing);
    outgoing.clear();
    return taken;
  }

  /** The entities there are. */
  public List<EntityKey> entities() {
    return List.copyOf(entities.keySet());
  }

  /** The state of an entity as it is stored, and read again. */
  public <S> S state(EntityKey key, Class<S> type) {
    try {
      return type.cast(read(Nouns.of(key.noun()), key));
    } catch (Json.Unreadable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The state of an entity as JSON, exactly as it is stored. */
  public String json(EntityKey key) {
    return stored(key).state();
  }
}
