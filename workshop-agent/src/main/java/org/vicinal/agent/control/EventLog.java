package org.vicinal.agent.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.vicinal.messages.wire.Json;

/**
 * What has happened lately, for those who follow: the last {@value #KEPT} events, numbered from 1.
 * Any thread may publish; a lock is held only to put, copy or wait.
 */
public final class EventLog {
  private static final int KEPT = 2000;

  private final String boot = Long.toString(System.currentTimeMillis(), 36);
  private final Deque<Event> events = new ArrayDeque<>();
  private long last;

  /** Something that happened. */
  record Event(long number, String kind, String json) {}

  /**
   * Adds an event and wakes those who follow.
   *
   * @param kind one word, such as {@code machine}
   * @param body written as JSON
   */
  public void publish(String kind, Object body) {
    var json = new String(Json.WIRE.write(body), java.nio.charset.StandardCharsets.UTF_8);
    synchronized (events) {
      events.addLast(new Event(++last, kind, json));
      if (events.size() > KEPT) {
        events.removeFirst();
      }
      events.notifyAll();
    }
  }

  /** The number of the newest event. */
  long newest() {
    synchronized (events) {
      return last;
    }
  }

  /** How an event is named to those who may come back and ask for what followed it. */
  String idOf(long number) {
    return boot + "-" + number;
  }

  /** The number behind an id, if it is of this process and all that followed is still here. */
  OptionalLong find(String id) {
    var prefix = boot + "-";
    if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("[0-9]{1,18}")) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(id.substring(prefix.length()));
    synchronized (events) {
      boolean whole = events.isEmpty() ? number == last : number >= events.peekFirst().number() - 1;
      return whole && number <= last ? OptionalLong.of(number) : OptionalLong.empty();
    }
  }

  /** The events after this one; waits a while when there are none. */
  List<Event> after(long number, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    synchronized (events) {
      for (long left = patience.toMillis(); last <= number && left > 0; ) {
        events.wait(left);
        left = (until - System.nanoTime()) / 1_000_000;
      }
      return events.stream().filter(event -> event.number() > number).toList();
    }
  }
}
