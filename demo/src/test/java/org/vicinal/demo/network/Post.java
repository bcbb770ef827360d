package org.vicinal.demo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.notice.Matter;
import org.vicinal.coordinator.notice.NoticeCommand;
import org.vicinal.coordinator.notice.NoticeEvent;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDue;
import org.vicinal.coordinator.view.Sentences;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.wiring.Matters;

/** Whoever carries notices out of the log, and a mail server that is away when it likes. */
final class Post {
  private final Town town;
  private final Agenda agenda;
  private final Weather weather;
  private final Map<String, Integer> delivered = new HashMap<>();
  private final Set<String> mayComeTwice = new HashSet<>();
  private final Set<String> begun = new HashSet<>();
  private final Set<String> wordless = new HashSet<>();
  private final List<Occurred<?>> lately = new ArrayList<>();
  private boolean away;

  Post(Town town, Agenda agenda, Weather weather) {
    this.town = town;
    this.agenda = agenda;
    this.weather = weather;
  }

  /** An event of the log; after a crash of whoever follows it, the last ones come again. */
  void on(Occurred<?> occurred, Views views) {
    if (occurred.event() instanceof NoticeDue due) {
      begun.add(due.notice());
      if (weather.strikes(4)) {
        away = !away;
      }
      agenda.in(weather.delay(), () -> deliver(due));
      return;
    }
    suggest(occurred, views);
    lately.add(occurred);
    if (weather.strikes(30)) {
      lately
          .subList(Math.max(0, lately.size() - 5), lately.size())
          .forEach(it -> suggest(it, views));
    }
  }

  private void suggest(Occurred<?> occurred, Views views) {
    var matter = Matters.of(occurred);
    var words = matter.flatMap(it -> Sentences.of(occurred, views));
    if (words.isEmpty()) {
      wordless.add(occurred.id());
      return;
    }
    var order = Matters.orderOf(occurred).orElseThrow();
    boolean asked = views.findNotices(order).filter(it -> !it.channels().isEmpty()).isPresent();
    if (asked) {
      town.later(
          new NoticeCommand.SuggestNotice(
              order, occurred.id(), matter.orElse(Matter.END), words.get()));
    }
  }

  private void deliver(NoticeDue due) {
    if (weather.isCalm()) {
      away = false;
    }
    boolean dies = weather.strikes(8);
    if (dies && weather.dice().nextBoolean()) {
      return; // before it sent anything
    }
    if (!away) {
      delivered.merge(due.notice(), 1, Integer::sum);
    }
    if (dies) {
      mayComeTwice.add(due.notice());
      return;
    }
    Command how =
        away
            ? new NoticeCommand.NoteUnsent(
                due.order(), due.notice(), due.attempt(), "away", weather.strikes(20))
            : new NoticeCommand.NoteSent(due.order(), due.notice());
    town.later(how);
  }

  /**
   * The coordinator comes back from an older past: what was under way may come again, and of what
   * is in that past nobody is told any more.
   */
  void restored(List<Occurred<?>> past) {
    mayComeTwice.addAll(begun);
    past.forEach(it -> wordless.add(it.id()));
    lately.clear();
  }

  /**
   * Every notice of the log has ended, none was told twice, and none of what was wanted is missing.
   */
  void lawsHold(List<Occurred<?>> log) {
    var open = new HashSet<String>();
    var told = new HashMap<String, Integer>();
    for (var occurred : log) {
      if (!(occurred.event() instanceof NoticeEvent event)) {
        continue;
      }
      switch (event) {
        case NoticeDue it -> {
          open.add(it.notice());
          if (it.attempt() == 1 && it.matter() != Matter.TROUBLE) {
            it.events().forEach(one -> told.merge(it.channel() + " " + one, 1, Integer::sum));
          }
        }
        case NoticeEvent.NoticeSent it -> open.remove(it.notice());
        case NoticeEvent.NoticeGivenUp it -> open.remove(it.notice());
        default -> {}
      }
    }
    assertThat(open).as("notices that nobody sent or gave up").isEmpty();
    assertThat(told).as("events told").allSatisfy((event, times) -> assertThat(times).isEqualTo(1));
    assertThat(delivered)
        .as("mails that came")
        .allSatisfy(
            (notice, times) -> assertThat(times == 1 || mayComeTwice.contains(notice)).isTrue());
    assertThat(missing(log, told.keySet())).as("events that were wanted and not told").isEmpty();
  }

  /**
   * Events of matters that their customer wanted at that moment, and of which there is no notice.
   */
  private List<String> missing(List<Occurred<?>> log, Set<String> told) {
    var wants = new HashMap<org.vicinal.messages.id.OrderId, NoticeEvent.NoticesAsked>();
    var missing = new ArrayList<String>();
    for (var occurred : log) {
      Event event = occurred.event();
      if (event instanceof NoticeEvent.NoticesAsked asked) {
        wants.put(asked.order(), asked);
        continue;
      }
      var matter = Matters.of(occurred);
      var order = matter.flatMap(it -> Matters.orderOf(occurred));
      var asked = order.map(wants::get);
      if (!wordless.contains(occurred.id())
          && asked.isPresent()
          && asked.get().matters().contains(matter.get())) {
        for (var channel : asked.get().channels()) {
          if (!told.contains(channel + " " + occurred.id())) {
            missing.add(channel + " " + occurred.id() + " " + event);
          }
        }
      }
    }
    return missing;
  }
}
