package org.vicinal.coordinator.notice;

import static org.vicinal.coordinator.decide.Decision.accept;
import static org.vicinal.coordinator.decide.Decision.invalid;
import static org.vicinal.coordinator.decide.Decision.nothingNew;
import static org.vicinal.coordinator.decide.Decision.reject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decider;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Rejection.Kind;
import org.vicinal.coordinator.notice.NoticeCommand.AskNotices;
import org.vicinal.coordinator.notice.NoticeCommand.NoteSent;
import org.vicinal.coordinator.notice.NoticeCommand.NoteUnsent;
import org.vicinal.coordinator.notice.NoticeCommand.SuggestNotice;
import org.vicinal.coordinator.notice.NoticeCommand.WakeNotices;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDelayed;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDue;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeGivenUp;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeHeld;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeSent;
import org.vicinal.coordinator.notice.NoticeEvent.NoticesAsked;

/**
 * The outbox of an order: each event that the customer wants to hear of goes out once by each
 * channel, is tried again while it cannot be sent, and given up in words.
 *
 * <p>Whoever sends may die between sending and saying so; then the same notice goes out again under
 * the same id. After {@link #FLOOD} in an hour the others wait for a digest.
 */
public final class NoticeDecider implements Decider<NoticeState, NoticeCommand, NoticeEvent> {
  /** Notices in {@link #WHILE} that are told one by one. */
  public static final int FLOOD = 5;

  /** The time over which notices are counted. */
  public static final Duration WHILE = Duration.ofHours(1);

  /** How long whoever sends may take before the notice counts as not sent. */
  public static final Duration SILENCE = Duration.ofMinutes(5);

  /** Pauses between attempts: a server that is away for a day loses nothing. */
  public static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private static final int LONGEST_SEALED = 8_000; // characters of base64
  private static final int REMEMBERED = 300; // events; an order has some dozens

  @Override
  public NoticeState initial() {
    return new NoticeState("", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Override
  public Decision<NoticeEvent> decide(NoticeState state, Asked<NoticeCommand> asked) {
    return switch (asked.command()) {
      case AskNotices it -> ask(state, it, asked.by());
      case NoticeCommand it when !(asked.by() instanceof Asker.Coordinator) ->
          reject(Kind.FORBIDDEN, "Only the coordinator itself says what becomes of a notice.");
      case SuggestNotice it -> suggest(state, it, asked.at());
      case NoteSent it ->
          state.find(it.notice()).isPresent()
              ? accept(new NoticeSent(it.order(), it.notice()))
              : nothingNew();
      case NoteUnsent it -> unsent(state, it, asked.at());
      case WakeNotices it -> wake(state, it, asked.at());
    };
  }

  private static Decision<NoticeEvent> ask(NoticeState state, AskNotices it, Asker by) {
    if (!(by instanceof Asker.Customer)) {
      return reject(Kind.FORBIDDEN, "Only the customer says what they want to be told.");
    }
    if (it.sealed().length() > LONGEST_SEALED) {
      return invalid("webhook", "Expected shorter addresses.");
    }
    if (it.matters().contains(Matter.TROUBLE)) {
      return invalid("about", "Trouble with one way of telling is always told by the other.");
    }
    if (it.sealed().equals(state.sealed())
        && it.channels().equals(state.channels())
        && it.matters().equals(state.matters())) {
      return nothingNew();
    }
    var events = new ArrayList<NoticeEvent>();
    events.add(new NoticesAsked(it.order(), it.sealed(), it.channels(), it.matters()));
    for (var one : state.pending()) {
      if (!it.channels().contains(one.due().channel())) {
        events.add(
            new NoticeGivenUp(
                it.order(),
                one.due().notice(),
                "the customer does not want to be told by "
                    + one.due().channel().word()
                    + " any more"));
      }
    }
    return accept(events);
  }

  private static Decision<NoticeEvent> suggest(NoticeState state, SuggestNotice it, Instant at) {
    if (state.seen().contains(it.event()) || !state.wants(it.matter())) {
      return nothingNew();
    }
    long lately = state.sentOut().stream().filter(sent -> sent.isAfter(at.minus(WHILE))).count();
    if (lately >= FLOOD || !state.held().isEmpty()) {
      return accept(new NoticeHeld(it.order(), it.event(), it.matter(), it.words()));
    }
    return accept(
        Outbox.out(
            state,
            at,
            new Outbox.Said(
                it.order(), it.event(), it.matter(), List.of(it.event()), List.of(it.words()))));
  }

  private static Decision<NoticeEvent> unsent(NoticeState state, NoteUnsent it, Instant at) {
    var one = state.find(it.notice()).filter(found -> found.due().attempt() == it.attempt());
    if (one.isEmpty()) {
      return nothingNew();
    }
    return it.forGood() || it.attempt() > PAUSES.size()
        ? accept(Outbox.givenUp(state, one.get().due(), it.why(), at))
        : accept(
            new NoticeDelayed(
                it.order(),
                it.notice(),
                it.attempt(),
                it.why(),
                at.plus(PAUSES.get(it.attempt() - 1))));
  }

  private static Decision<NoticeEvent> wake(NoticeState state, WakeNotices it, Instant at) {
    var events = new ArrayList<NoticeEvent>();
    for (var one : state.pending()) {
      if (one.again().isAfter(at)) {
        continue;
      }
      var due = one.due();
      if (due.attempt() > PAUSES.size()) {
        events.addAll(Outbox.givenUp(state, due, "nobody said how it went", at));
      } else {
        events.add(Outbox.again(due, at));
      }
    }
    digestAt(state)
        .filter(when -> !when.isAfter(at))
        .ifPresent(when -> events.addAll(Outbox.out(state, at, Outbox.digest(it.order(), state))));
    return events.isEmpty() ? nothingNew() : accept(events);
  }

  /** When what is held goes out; at once, should nothing have gone out before it. */
  private static Optional<Instant> digestAt(NoticeState state) {
    return state.held().isEmpty()
        ? Optional.empty()
        : Optional.of(
            state.sentOut().stream().findFirst().map(out -> out.plus(WHILE)).orElse(Instant.EPOCH));
  }

  @Override
  public NoticeState evolve(NoticeState state, Occurred<NoticeEvent> event) {
    return switch (event.event()) {
      case NoticesAsked it ->
          new NoticeState(
              it.sealed(),
              it.channels(),
              it.matters(),
              state.pending(),
              it.channels().isEmpty() ? List.of() : state.held(),
              state.sentOut(),
              state.seen());
      case NoticeHeld it ->
          new NoticeState(
              state.sealed(),
              state.channels(),
              state.matters(),
              state.pending(),
              Outbox.plus(state.held(), new NoticeState.Held(it.event(), it.matter(), it.words())),
              state.sentOut(),
              Outbox.last(Outbox.plus(state.seen(), it.event()), REMEMBERED));
      case NoticeDue it -> out(state, it, event.at());
      case NoticeDelayed it ->
          withPending(
              state,
              state.pending().stream()
                  .map(
                      one ->
                          one.due().notice().equals(it.notice())
                              ? new NoticeState.Pending(one.due(), it.next())
                              : one)
                  .toList());
      case NoticeSent it -> withPending(state, without(state, it.notice()));
      case NoticeGivenUp it -> withPending(state, without(state, it.notice()));
    };
  }

  private static NoticeState out(NoticeState state, NoticeDue it, Instant at) {
    var pending =
        Outbox.plus(without(state, it.notice()), new NoticeState.Pending(it, it.answerBy()));
    if (it.attempt() > 1) {
      return withPending(state, pending);
    }
    boolean counted = !state.sentOut().isEmpty() && state.sentOut().getLast().equals(at);
    var seen = new ArrayList<>(state.seen());
    it.events().stream().filter(one -> !seen.contains(one)).forEach(seen::add);
    return new NoticeState(
        state.sealed(),
        state.channels(),
        state.matters(),
        pending,
        state.held().stream().filter(one -> !it.events().contains(one.event())).toList(),
        counted ? state.sentOut() : Outbox.last(Outbox.plus(state.sentOut(), at), FLOOD),
        Outbox.last(seen, REMEMBERED));
  }

  private static List<NoticeState.Pending> without(NoticeState state, String notice) {
    return state.pending().stream().filter(one -> !one.due().notice().equals(notice)).toList();
  }

  private static NoticeState withPending(NoticeState state, List<NoticeState.Pending> pending) {
    return new NoticeState(
        state.sealed(),
        state.channels(),
        state.matters(),
        pending,
        state.held(),
        state.sentOut(),
        state.seen());
  }

  @Override
  public Optional<Instant> wake(NoticeState state) {
    return Stream.concat(
            state.pending().stream().map(NoticeState.Pending::again), digestAt(state).stream())
        .min(Instant::compareTo);
  }
}
