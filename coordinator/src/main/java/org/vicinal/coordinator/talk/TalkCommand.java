package org.vicinal.coordinator.talk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Noun;
import org.vicinal.coordinator.decide.Wake;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;

/** What may be said in the talk of an order. */
public sealed interface TalkCommand extends Command {
  /** Whose talk it is. */
  OrderId order();

  @Override
  default EntityKey target() {
    return new EntityKey(Noun.TALK, order().value());
  }

  /**
   * A message between the customer and {@code workshop}.
   *
   * @param id chosen by the speaker, so that a repetition is recognised
   * @param sealed the words, under the key of the order; of no words when there are photos
   * @param photos of the order; absent when there are none
   */
  record SayWords(
      OrderId order,
      WorkshopId workshop,
      String id,
      String sealed,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Digest> photos)
      implements TalkCommand {
    public SayWords(
        OrderId order,
        WorkshopId workshop,
        String id,
        String sealed,
        @Nullable List<Digest> photos) {
      this.order = order;
      this.workshop = workshop;
      this.id = id;
      this.sealed = sealed;
      this.photos = photos == null ? List.of() : List.copyOf(photos);
    }
  }

  /** Its time has come; a talk waits for nothing. */
  record WakeTalk(OrderId order) implements TalkCommand, Wake {}
}
