package org.vicinal.agent.machine;

/** The names of a machine's states, for people and for reports. */
public enum Condition {
  /** Its port is not there, or could not be opened; tried again by and by. */
  ABSENT,
  /** The port is being opened. */
  OPENING,
  /** The firmware is being asked who it is. */
  GREETING,
  /** Confirmed by a person and free. The only state that takes a run. */
  READY,
  /** A run was taken: it is written down, its program read, and the way into its middle made. */
  CHECKING,
  /** Lines are going out. */
  STREAMING,
  /** Paused by a person. */
  HOLDING,
  /** No more lines; waiting until the last move is made or the machine is safe. */
  DRAINING,
  /** Free, but nobody has said since the last run that the bed is clear or the stock is set. */
  OCCUPIED,
  /** A run waits for a person: a tool, a filament, an M0. */
  ATTENTION,
  /** Somebody uses the machine by its own panel or card. */
  TAKEN,
  /** GRBL is locked; a person homes or unlocks it. */
  ALARM,
  /** It was stopped or has failed; a person looks at it and says so. */
  FAULTED
}
