package org.vicinal.coordinator.notice;

import java.util.List;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.id.OrderId;

/** What may be said about the notices of an order. */
public sealed interface NoticeCommand extends Command {
  /** Whose notices they are. */
  OrderId order();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.NOTICE, order().value());
  }

  /**
   * The customer says what they want to be told, in the place of what they said before.
   *
   * @param sealed the addresses, under the key of the order
   * @param channels that there are addresses of; none: tell me nothing
   */
  record AskNotices(OrderId order, String sealed, List<Channel> channels, List<Matter> matters)
      implements NoticeCommand {
    public AskNotices {
      channels = List.copyOf(channels);
      matters = List.copyOf(matters);
    }
  }

  /**
   * Something has happened that may be worth a notice.
   *
   * @param event its id, which recognises a repetition
   * @param words what happened, in a sentence without anything personal
   */
  record SuggestNotice(OrderId order, String event, Matter matter, String words)
      implements NoticeCommand {}

  /** A notice was taken by the next server. */
  record NoteSent(OrderId order, String notice) implements NoticeCommand {}

  /**
   * A notice could not be sent.
   *
   * @param forGood whether trying again is of no use
   */
  record NoteUnsent(OrderId order, String notice, int attempt, String why, boolean forGood)
      implements NoticeCommand {}

  /** Its time has come. */
  record WakeNotices(OrderId order) implements NoticeCommand, Wake {}
}
