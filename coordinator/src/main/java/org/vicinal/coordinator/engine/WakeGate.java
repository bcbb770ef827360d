package org.vicinal.coordinator.engine;

/**
 * Whether entities may be woken. Closed after a start until everything that workshops said while we
 * were away has been heard, and one bidding window has passed: otherwise a tender would close
 * without the bids that wait at its door.
 */
@FunctionalInterface
interface WakeGate {
  /** Asked by many threads, often. */
  boolean open();
}
