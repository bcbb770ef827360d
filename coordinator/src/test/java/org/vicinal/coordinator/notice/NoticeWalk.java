package org.vicinal.coordinator.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.vicinal.coordinator.decide.Asked;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Decision;
import org.vicinal.coordinator.decide.Neighbourhood;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDue;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;

/** One order's outbox among servers that come and go and a sender that dies; from a seed. */
final class NoticeWalk {
  private static final OrderId ORDER = new OrderId("hooks");
  private static final Asker ANA = new Asker.Customer(new PersonId("ana"));
  private static final List<Matter> MATTERS = Matter.asked().toList();
  private final NoticeDecider decider = new NoticeDecider();
  private final Random random;
  private final List<NoticeDue> sendings = new ArrayList<>(); // taken by a sender, not begun
  private final Map<String, Integer> delivered = new HashMap<>();
  private final Set<String> crashed = new HashSet<>();
  private final Set<String> wanted = new HashSet<>();
  private final List<NoticeCommand.SuggestNotice> suggested = new ArrayList<>();
  private final List<Occurred<NoticeEvent>> log = new ArrayList<>();
  private NoticeState state = decider.initial();
  private Instant now = Instant.parse("2026-05-01T12:00:00Z");
  private boolean away;

  NoticeWalk(long seed) {
    this.random = new Random(seed);
    ask(List.of(Channel.MAIL, Channel.WEBHOOK), Matter.asked().toList());
  }

  void live(int steps) {
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(12)) {
        case 0 -> away = random.nextInt(3) == 0;
        case 1, 2, 3 -> suggest("e-" + i);
        case 4 -> suggestAgain();
        case 5 -> changeOfMind();
        case 6 -> pass(Duration.ofMinutes(random.nextInt(600)));
        case 7, 8 -> pass(Duration.ofSeconds(random.nextInt(100)));
        default -> work();
      }
    }
  }

  /** Everything is well again, and time passes until nothing is waited for. */
  void settle() {
    away = false;
    for (int i = 0; i < 10_000 && (decider.wake(state).isPresent() || !sendings.isEmpty()); i++) {
      if (sendings.isEmpty()) {
        var next = decider.wake(state).orElseThrow();
        pass(Duration.between(now, next).plusMillis(1));
      } else {
        deliver(sendings.removeFirst(), false);
      }
    }
  }

  private void suggest(String event) {
    var matter = MATTERS.get(random.nextInt(MATTERS.size()));
    if (state.wants(matter)) {
      wanted.add(event);
    }
    var command = new NoticeCommand.SuggestNotice(ORDER, event, matter, event);
    suggested.add(command);
    decide(new Asker.Coordinator(), command);
  }

  /** As after a crash of whoever follows the log: the last ones come again. */
  private void suggestAgain() {
    for (var again : suggested.subList(Math.max(0, suggested.size() - 3), suggested.size())) {
      if (wanted.contains(again.event())) {
        decide(new Asker.Coordinator(), again);
      }
    }
  }

  private void changeOfMind() {
    var channels = Stream.of(Channel.values()).filter(it -> random.nextInt(4) > 0).toList();
    if (channels.isEmpty()) {
      state.held().forEach(held -> wanted.remove(held.event()));
    }
    ask(channels, Matter.asked().filter(it -> random.nextInt(4) > 0).toList());
  }

  private void ask(List<Channel> channels, List<Matter> matters) {
    decide(ANA, new NoticeCommand.AskNotices(ORDER, "s" + channels + matters, channels, matters));
  }

  private void pass(Duration time) {
    now = now.plus(time);
    while (decider.wake(state).filter(it -> !it.isAfter(now)).isPresent()) {
      decide(new Asker.Coordinator(), new NoticeCommand.WakeNotices(ORDER));
    }
  }

  private void work() {
    if (!sendings.isEmpty()) {
      deliver(sendings.remove(random.nextInt(sendings.size())), random.nextInt(10) == 0);
    }
  }

  private void deliver(NoticeDue due, boolean dies) {
    if (dies && random.nextBoolean()) {
      return; // before it sent anything
    }
    if (!away) {
      delivered.merge(due.notice(), 1, Integer::sum);
    }
    if (dies) {
      crashed.add(due.notice());
      return;
    }
    decide(
        new Asker.Coordinator(),
        away
            ? new NoticeCommand.NoteUnsent(
                ORDER, due.notice(), due.attempt(), "away", random.nextInt(20) == 0)
            : new NoticeCommand.NoteSent(ORDER, due.notice()));
  }

  private void decide(Asker by, NoticeCommand command) {
    var id = "c-" + log.size();
    var decision = decider.decide(state, new Asked<>(id, by, now, 0, Neighbourhood.EMPTY, command));
    if (!(decision instanceof Decision.Accepted<NoticeEvent>(var events))) {
      throw new AssertionError("Refused: " + command + " " + decision);
    }
    for (var event : events) {
      var occurred = new Occurred<>(id, command.target(), log.size() + 1, now, by, event);
      log.add(occurred);
      state = decider.evolve(state, occurred);
      if (event instanceof NoticeDue due) {
        sendings.removeIf(one -> one.notice().equals(due.notice())); // it is under way already
        sendings.add(due);
      }
    }
  }

  int pending() {
    return state.pending().size() + state.held().size();
  }

  private Stream<NoticeDue> firstAttempts() {
    return log.stream()
        .map(Occurred::event)
        .filter(NoticeDue.class::isInstance)
        .map(NoticeDue.class::cast)
        .filter(due -> due.attempt() == 1 && due.matter() != Matter.TROUBLE);
  }

  Set<String> untold() {
    var left = new HashSet<>(wanted);
    firstAttempts().forEach(due -> left.removeAll(due.events()));
    return left;
  }

  List<String> doubled() {
    var seen = new HashSet<String>();
    return firstAttempts()
        .flatMap(due -> due.events().stream().map(event -> due.channel() + " " + event))
        .filter(key -> !seen.add(key))
        .toList();
  }

  Set<String> unended() {
    var open = new HashSet<String>();
    for (var occurred : log) {
      switch (occurred.event()) {
        case NoticeDue it -> open.add(it.notice());
        case NoticeEvent.NoticeSent it -> open.remove(it.notice());
        case NoticeEvent.NoticeGivenUp it -> open.remove(it.notice());
        default -> {}
      }
    }
    return open;
  }

  /** A sender that was slower than the outbox waits is as good as one that died. */
  List<String> repeatedWithoutCrash() {
    return delivered.entrySet().stream()
        .filter(it -> it.getValue() > 1 && !crashed.contains(it.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  long mostInAnHour() {
    var times =
        log.stream()
            .filter(
                it ->
                    it.event() instanceof NoticeDue due
                        && due.attempt() == 1
                        && due.matter() != Matter.TROUBLE)
            .map(Occurred::at)
            .distinct()
            .toList();
    return times.stream()
        .mapToLong(
            from ->
                times.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(NoticeDecider.WHILE)))
                    .count())
        .max()
        .orElse(0);
  }
}
