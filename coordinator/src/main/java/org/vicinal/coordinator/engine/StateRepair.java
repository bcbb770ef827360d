package org.vicinal.coordinator.engine;

import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.wiring.Nouns;

/** Makes a state again whose bytes a newer version of the rules cannot read. */
@FunctionalInterface
interface StateRepair {
  /** The entity as its committed events say. Reads a whole partition: slow, and rare. */
  <S> Stored<S> fromEvents(Nouns.Entry<S, ?, ?> entry, EntityKey entity);
}
