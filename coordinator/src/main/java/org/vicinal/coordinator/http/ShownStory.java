package org.vicinal.coordinator.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.StoryLine;
import org.vicinal.coordinator.view.WaitingFor;
import org.vicinal.messages.id.OrderId;

/** The history of an order as people tell it, and what comes next. */
record ShownStory(
    OrderId order, String title, List<StoryLine> lines, @Nullable WaitingFor waitingFor) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  static ShownStory of(OrderView order) {
    return new ShownStory(
        order.id(), order.wish().title(), order.told(), order.waitingFor().orElse(null));
  }

  /** As text, a sentence a line; times in UTC. */
  String text() {
    var text = new StringBuilder("%s (order %s; times in UTC)%n".formatted(title, order));
    for (var line : lines) {
      text.append("%s  %s%n".formatted(time(line.at()), line.text()));
    }
    return text.append(next()).append('\n').toString();
  }

  private String next() {
    if (waitingFor == null) {
      return "Nothing more is waited for.";
    }
    var until = waitingFor.until() == null ? "" : " until " + time(waitingFor.until());
    var then = waitingFor.then() == null ? "" : "; " + waitingFor.then();
    return "Now: %s%s%s.".formatted(waitingFor.what(), until, then);
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
