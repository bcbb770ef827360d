package org.vicinal.coordinator.view;

import java.time.Instant;
import java.util.List;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.talk.TalkEvent;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.WorkshopId;

/**
 * A message in the talk of an order.
 *
 * @param number counts the messages of the order from 1
 * @param workshop whose thread it is in
 * @param sealed the words, under the key of the order
 */
public record MessageView(
    long number,
    String id,
    Instant at,
    WorkshopId workshop,
    Asker by,
    String sealed,
    List<Digest> photos) {
  static MessageView of(Occurred<?> occurred, TalkEvent.WordsSaid said) {
    return new MessageView(
        occurred.version(),
        said.id(),
        occurred.at(),
        said.workshop(),
        occurred.by(),
        said.sealed(),
        said.photos());
  }
}
