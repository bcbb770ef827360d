package org.vicinal.coordinator.border;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Seen;

/**
 * Lets one signal through per thing and interval, whatever a workshop sends. One thread.
 *
 * <p>A thing is a run's progress, one reason to wait, or a workshop's presence. The last 10,000
 * things are remembered.
 */
final class SignalRate {
  private static final int MOST_THINGS = 10_000;
  private final Duration interval;
  private final Map<Object, Instant> last =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Instant> eldest) {
          return size() > MOST_THINGS;
        }
      };

  SignalRate(Duration interval) {
    this.interval = interval;
  }

  /** Whether what {@code sender} saw at {@code at} (append time) is shown to those who watch. */
  boolean shows(WorkshopId sender, Seen seen, Instant at) {
    return switch (seen) {
      case Seen.Progress it -> due(new Thing(sender, it.run()), at);
      case Seen.Waiting it -> due(new Thing(sender, it), at);
      case Seen.Presence _ -> due(new Thing(sender, "presence"), at);
      case Seen.Bid _,
          Seen.Refusal _,
          Seen.Acceptance _,
          Seen.Decline _,
          Seen.RunStarted _,
          Seen.RunEnded _,
          Seen.LotMade _,
          Seen.LotDelayed _,
          Seen.LotReturned _,
          Seen.LotKnown _,
          Seen.PiecesChecked _,
          Seen.PiecesReady _,
          Seen.PiecesHandedOver _,
          Seen.PaymentReceived _ ->
          false; // these become events
    };
  }

  private boolean due(Thing thing, Instant at) {
    var before = last.get(thing);
    if (before != null && at.isBefore(before.plus(interval))) {
      return false;
    }
    last.put(thing, at);
    return true;
  }

  private record Thing(WorkshopId sender, Object what) {}
}
