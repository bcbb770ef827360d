package org.vicinal.coordinator.decide;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;

/** Who asks. Every command carries one, and the rules look at it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Asker {
  /**
   * Orders, and sees what they ordered. A guest is one too, known by the secret of one order only.
   */
  record Customer(PersonId person) implements Asker {}

  /** Publishes designs. */
  record Designer(PersonId person) implements Asker {}

  /** A workshop: by its topic, or by a token of its role. */
  record Workshop(WorkshopId workshop) implements Asker {}

  /** Runs the community's coordinator. */
  record Steward(PersonId person) implements Asker {}

  /** The coordinator itself: a reaction to an event, a wake, a step of a saga. */
  record Coordinator() implements Asker {}
}
