package org.vicinal.coordinator.decide;

/** A wish, in the imperative. Each noun has one sealed interface of them. */
public interface Command {
  /** Whose rules decide. */
  EntityKey target();
}
