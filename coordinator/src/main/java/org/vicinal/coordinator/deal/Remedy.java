package org.vicinal.coordinator.deal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.vicinal.messages.id.PersonId;

/** How a dispute may end. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Remedy {
  /** The same workshop makes the refused pieces again, for what was agreed for them. */
  record Remake(Instant readyBy) implements Remedy {}

  /** This much of the price is owed, and the pieces stay where they are. */
  record PartPayment(long minorUnits) implements Remedy {}

  /** Somebody whom both accept decides; a steward of the community. */
  record Mediator(PersonId person) implements Remedy {}
}
