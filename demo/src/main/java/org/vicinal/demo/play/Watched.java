package org.vicinal.demo.play;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.vicinal.demo.client.Coordinator;
import org.vicinal.demo.client.OrderSeen;
import org.vicinal.demo.screen.Screen;

/** An order on the screen: its story line by line, its progress as a bar. One thread only. */
final class Watched {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private final int number;
  private final String id;
  private final Errand errand;
  private final Coordinator customer;
  private final Screen screen;
  private @Nullable OrderSeen seen;
  private int told;

  Watched(int number, String id, Errand errand, Coordinator customer, Screen screen) {
    this.number = number;
    this.id = id;
    this.errand = errand;
    this.customer = customer;
    this.screen = screen;
  }

  int number() {
    return number;
  }

  String id() {
    return id;
  }

  /** Looks once, and shows what is new. */
  void look() throws IOException, InterruptedException {
    if (ended()) {
      return;
    }
    var now = customer.order(id);
    seen = now;
    for (var line : now.story().subList(Math.min(told, now.story().size()), now.story().size())) {
      screen.say("[%d] %s  %s".formatted(number, CLOCK.format(line.at()), line.text()));
    }
    told = now.story().size();
    if (now.ended()) {
      finish();
    } else if (now.progress() > 0) {
      screen.progress(
          "[%d]".formatted(number), now.progress(), "%s at %s".formatted(now.title(), now.maker()));
    }
  }

  void finish() {
    screen.done("[%d]".formatted(number));
  }

  boolean ended() {
    return seen != null && seen.ended();
  }

  /** Whether a workshop has taken it, or it is over. */
  boolean taken() {
    return seen != null
        && (seen.ended() || seen.lots().stream().anyMatch(lot -> !lot.state().equals("awarded")));
  }

  String complaint() {
    return seen == null ? "it was never seen" : errand.complaint(seen);
  }

  String row(String verdict) {
    var last = seen;
    return "  %d %-14s %-8s %d/%d   %-12s %s"
        .formatted(
            number,
            errand.design().name(),
            last == null ? "?" : last.state(),
            last == null ? 0 : last.made(),
            errand.pieces(),
            last == null || last.maker().isEmpty() ? "-" : last.maker(),
            verdict);
  }
}
