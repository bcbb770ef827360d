package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.notice.Channel;
import org.vicinal.coordinator.notice.Matter;
import org.vicinal.coordinator.notice.NoticeEvent;

/**
 * What the customer of an order is told outside of the page.
 *
 * @param sealed the addresses, under the key of the order
 * @param channels by which; none: nothing is told
 * @param trouble the last things that could not be told, oldest first
 * @param sent how many were taken by the next server
 */
public record NoticesView(
    long version,
    String sealed,
    List<Channel> channels,
    List<Matter> matters,
    int sent,
    @Nullable Instant sentAt,
    List<Trouble> trouble) {
  private static final int KEPT = 5;

  public NoticesView {
    channels = List.copyOf(channels);
    matters = List.copyOf(matters);
    trouble = List.copyOf(trouble);
  }

  /**
   * Something that could not be told.
   *
   * @param next when it is tried again; null when it is not
   */
  public record Trouble(Instant at, String notice, String why, @Nullable Instant next) {}

  static NoticesView on(@Nullable NoticesView before, Occurred<?> occurred, NoticeEvent event) {
    var now =
        before == null ? new NoticesView(0, "", List.of(), List.of(), 0, null, List.of()) : before;
    if (occurred.version() <= now.version()) {
      return now;
    }
    return switch (event) {
      case NoticeEvent.NoticesAsked it ->
          new NoticesView(
              occurred.version(),
              it.sealed(),
              it.channels(),
              it.matters(),
              now.sent(),
              now.sentAt(),
              List.of());
      case NoticeEvent.NoticeSent it ->
          now.told(
              occurred.version(),
              now.sent() + 1,
              occurred.at(),
              now.trouble().stream().filter(one -> !one.notice().equals(it.notice())).toList());
      case NoticeEvent.NoticeDelayed it ->
          now.told(
              occurred.version(),
              now.sent(),
              now.sentAt(),
              now.with(new Trouble(occurred.at(), it.notice(), it.why(), it.next())));
      case NoticeEvent.NoticeGivenUp it ->
          now.told(
              occurred.version(),
              now.sent(),
              now.sentAt(),
              now.with(new Trouble(occurred.at(), it.notice(), it.why(), null)));
      case NoticeEvent.NoticeDue _, NoticeEvent.NoticeHeld _ ->
          now.told(occurred.version(), now.sent(), now.sentAt(), now.trouble());
    };
  }

  private List<Trouble> with(Trouble one) {
    var all = new ArrayList<>(trouble);
    all.removeIf(old -> old.notice().equals(one.notice()));
    all.add(one);
    return all.subList(Math.max(0, all.size() - KEPT), all.size());
  }

  private NoticesView told(
      long to, int sentNow, @Nullable Instant sentAtNow, List<Trouble> troubleNow) {
    return new NoticesView(to, sealed, channels, matters, sentNow, sentAtNow, troubleNow);
  }
}
