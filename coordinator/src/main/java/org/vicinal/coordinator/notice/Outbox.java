package org.vicinal.coordinator.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDue;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeGivenUp;
import org.vicinal.messages.id.OrderId;

/** What goes out, by which channels, and under which id. */
final class Outbox {
  private static final int MOST_LINES = 40; // of a digest

  private Outbox() {}

  /**
   * Something to be told.
   *
   * @param id that its notices have in common
   */
  record Said(OrderId order, String id, Matter matter, List<String> events, List<String> lines) {}

  /** By every channel that the customer asked for. */
  static List<NoticeEvent> out(NoticeState state, Instant at, Said said) {
    return state.channels().stream().map(channel -> (NoticeEvent) by(channel, at, said)).toList();
  }

  private static NoticeDue by(Channel channel, Instant at, Said said) {
    return new NoticeDue(
        said.order(),
        said.id() + "/" + channel.word(),
        channel,
        said.matter(),
        said.events(),
        said.lines(),
        1,
        at.plus(NoticeDecider.SILENCE));
  }

  /** The same notice, one attempt later. */
  static NoticeDue again(NoticeDue due, Instant at) {
    return new NoticeDue(
        due.order(),
        due.notice(),
        due.channel(),
        due.matter(),
        due.events(),
        due.lines(),
        due.attempt() + 1,
        at.plus(NoticeDecider.SILENCE));
  }

  /** All that is held, in one; the same sentence once, with how often. */
  static Said digest(OrderId order, NoticeState state) {
    var times = new LinkedHashMap<String, Integer>();
    state.held().forEach(one -> times.merge(one.words(), 1, Integer::sum));
    var lines = new ArrayList<String>();
    times.forEach(
        (words, count) -> lines.add(count == 1 ? words : words + " (" + count + " times)"));
    if (lines.size() > MOST_LINES) {
      int more = lines.size() - MOST_LINES;
      lines.subList(MOST_LINES, lines.size()).clear();
      lines.add("And " + more + " more; the story of the order has them all.");
    }
    var first = state.held().getFirst();
    return new Said(
        order,
        first.event() + "/digest",
        first.matter(),
        state.held().stream().map(NoticeState.Held::event).toList(),
        lines);
  }

  /** Nobody tries any more; the customer is told so by the other channel, where there is one. */
  static List<NoticeEvent> givenUp(NoticeState state, NoticeDue due, String why, Instant at) {
    var events = new ArrayList<NoticeEvent>();
    events.add(new NoticeGivenUp(due.order(), due.notice(), why));
    if (due.matter() == Matter.TROUBLE) {
      return events;
    }
    var said =
        new Said(
            due.order(),
            due.notice() + "/trouble",
            Matter.TROUBLE,
            List.of(due.notice() + "/trouble"),
            List.of(
                "You could not be told by %s: %s. It was about this:"
                    .formatted(due.channel().word(), why),
                String.join(" ", due.lines())));
    state.channels().stream()
        .filter(channel -> channel != due.channel())
        .forEach(channel -> events.add(by(channel, at, said)));
    return events;
  }

  static <T> List<T> plus(List<T> list, T one) {
    var all = new ArrayList<>(list);
    all.add(one);
    return all;
  }

  static <T> List<T> last(List<T> list, int most) {
    return list.size() <= most ? list : list.subList(list.size() - most, list.size());
  }
}
