package org.vicinal.coordinator.quarantine;

/** How a file or a design stands. */
public sealed interface QuarantineState {
  /** Nobody has anything against it. */
  record InUse() implements QuarantineState {}

  /** Nobody is given it. */
  record InQuarantine(String reason) implements QuarantineState {}

  /** It is gone for good. */
  record Removed(String reason) implements QuarantineState {}
}
