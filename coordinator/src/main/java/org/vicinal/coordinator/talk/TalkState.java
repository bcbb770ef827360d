package org.vicinal.coordinator.talk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.WorkshopId;

/** What the rules remember of a talk: every message, without its words. */
public record TalkState(List<Message> messages) {
  public TalkState {
    messages = List.copyOf(messages);
  }

  /** One message; {@code sealed} is the digest of its sealed words and photos. */
  public record Message(String id, WorkshopId workshop, Asker by, Instant at, Digest sealed) {}

  Optional<Message> find(String id) {
    return messages.stream().filter(message -> message.id().equals(id)).findFirst();
  }

  /** How many messages {@code speaker} has written after {@code moment}. */
  long since(Instant moment, Asker speaker) {
    return messages.stream()
        .filter(message -> message.by().equals(speaker) && message.at().isAfter(moment))
        .count();
  }
}
