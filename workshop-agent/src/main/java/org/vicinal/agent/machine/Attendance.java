package org.vicinal.agent.machine;

/**
 * Who is near a machine while it works. A hot or turning machine is left alone only when the
 * firmware guards its heaters and a smoke alarm hangs above it; otherwise somebody says every hour
 * that they are there.
 */
public enum Attendance {
  /** Somebody runs it by hand and sits beside it. */
  BY_HAND,
  /** Somebody must say so every hour. */
  HOURLY,
  /** A smoke alarm hangs there; alone if the firmware says that it has thermal protection. */
  SMOKE_ALARM,
  /** A smoke alarm hangs there, and the owner has tested and signed the thermal protection. */
  SMOKE_ALARM_AND_TESTED
}
