package org.vicinal.coordinator.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDue;

/**
 * The outbox of an order.
 *
 * @param sealed where the customer is told, under the key of the order; empty when nowhere
 * @param channels by which the customer wants to be told; none: nothing
 * @param pending sent out, and nobody has said yet that it arrived
 * @param held for the digest
 * @param sentOut when the last ones went out, a digest too; no more than make a flood
 * @param seen ids of the last events that were suggested
 */
public record NoticeState(
    String sealed,
    List<Channel> channels,
    List<Matter> matters,
    List<Pending> pending,
    List<Held> held,
    List<Instant> sentOut,
    List<String> seen) {
  public NoticeState {
    channels = List.copyOf(channels);
    matters = List.copyOf(matters);
    pending = List.copyOf(pending);
    held = List.copyOf(held);
    sentOut = List.copyOf(sentOut);
    seen = List.copyOf(seen);
  }

  /**
   * A notice on its way.
   *
   * @param again when it is sent out again, if nothing is heard
   */
  public record Pending(NoticeDue due, Instant again) {}

  /** A sentence that waits for the digest. */
  public record Held(String event, Matter matter, String words) {}

  Optional<Pending> find(String notice) {
    return pending.stream().filter(one -> one.due().notice().equals(notice)).findFirst();
  }

  /** Whether anybody wants to be told of {@code matter}. */
  boolean wants(Matter matter) {
    return !channels.isEmpty() && matters.contains(matter);
  }
}
