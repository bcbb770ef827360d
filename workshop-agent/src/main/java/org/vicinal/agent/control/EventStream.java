package org.vicinal.agent.control;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.vicinal.messages.wire.Json;

/**
 * One connection that follows the agent by server-sent events, on its own virtual thread until
 * either side ends it.
 *
 * <p>A follower that comes back with {@code Last-Event-ID} gets what it missed; when that is too
 * long ago, or it is new, it gets a {@code status} with everything first. {@code reading} events
 * come without an id: the next one is as good.
 */
final class EventStream {
  private static final Duration TURN = Duration.ofSeconds(2);
  private static final int TURNS_OF_SILENCE = 7;

  private final HttpExchange exchange;
  private final Desk desk;
  private final EventLog log;
  private final Map<String, String> readings = new HashMap<>();

  EventStream(HttpExchange exchange, Desk desk, EventLog log) {
    this.exchange = exchange;
    this.desk = desk;
    this.log = log;
  }

  void run() throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      follow(out, begin(out));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long begin(OutputStream out) throws IOException {
    var seen = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    var known = seen == null ? java.util.OptionalLong.empty() : log.find(seen);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    long newest = log.newest(); // before the look, so that nothing falls between
    send(out, log.idOf(newest), "status", json(desk.status()));
    return newest;
  }

  private void follow(OutputStream out, long from) throws IOException, InterruptedException {
    long last = from;
    int silent = 0;
    while (true) {
      var events = log.after(last, TURN);
      for (var event : events) {
        send(out, log.idOf(event.number()), event.kind(), event.json());
        last = event.number();
      }
      boolean read = sendReadings(out);
      silent = events.isEmpty() && !read ? silent + 1 : 0;
      if (silent > TURNS_OF_SILENCE) { // so that a gone follower is noticed
        out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
        silent = 0;
      }
      out.flush();
    }
  }

  private boolean sendReadings(OutputStream out) throws IOException {
    boolean any = false;
    for (var machine : desk.status().machines()) {
      var before = readings.put(machine.name(), machine.reading());
      if (!machine.reading().isEmpty() && !machine.reading().equals(before)) {
        var body = new Reading(machine.name(), machine.reading());
        send(out, "", "reading", json(body));
        any = true;
      }
    }
    return any;
  }

  private record Reading(String machine, String reading) {}

  private static String json(Object body) {
    return new String(Json.WIRE.write(body), StandardCharsets.UTF_8);
  }

  private static void send(OutputStream out, String id, String kind, String json)
      throws IOException {
    var text = (id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + kind + "\ndata: " + json;
    out.write((text + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
