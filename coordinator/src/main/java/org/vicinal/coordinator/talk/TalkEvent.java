package org.vicinal.coordinator.talk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.decide.Event;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;

/** What has been said; by whom and when is in the circumstances. */
public sealed interface TalkEvent extends Event {
  /** A message in the thread of {@code workshop}, sealed under the key of the order. */
  record WordsSaid(
      OrderId order,
      WorkshopId workshop,
      String id,
      String sealed,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Digest> photos)
      implements TalkEvent {
    public WordsSaid(
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
}
