package org.vicinal.coordinator.notice;

import java.time.Instant;
import java.util.List;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.id.OrderId;

/** What has happened to the notices of an order. */
public sealed interface NoticeEvent extends Event {
  /** Whose they are. */
  OrderId order();

  /** The customer wants to be told this. */
  record NoticesAsked(OrderId order, String sealed, List<Channel> channels, List<Matter> matters)
      implements NoticeEvent {
    public NoticesAsked {
      channels = List.copyOf(channels);
      matters = List.copyOf(matters);
    }
  }

  /** There were many in a short time: this one goes into the digest. */
  record NoticeHeld(OrderId order, String event, Matter matter, String words)
      implements NoticeEvent {}

  /**
   * To be sent now.
   *
   * @param notice its id: the same at every attempt, so that whoever gets it twice can tell
   * @param events whose ids are in it: one, or those of a digest
   * @param lines a sentence each
   * @param attempt counts from 1
   * @param answerBy when nobody has said how it went until then, it is tried again
   */
  record NoticeDue(
      OrderId order,
      String notice,
      Channel channel,
      Matter matter,
      List<String> events,
      List<String> lines,
      int attempt,
      Instant answerBy)
      implements NoticeEvent {
    public NoticeDue {
      events = List.copyOf(events);
      lines = List.copyOf(lines);
    }
  }

  /** It was taken by the next server. */
  record NoticeSent(OrderId order, String notice) implements NoticeEvent {}

  /** It could not be sent, and is tried again then. */
  record NoticeDelayed(OrderId order, String notice, int attempt, String why, Instant next)
      implements NoticeEvent {}

  /** It is not tried any more. */
  record NoticeGivenUp(OrderId order, String notice, String why) implements NoticeEvent {}
}
