package org.vicinal.coordinator.deal;

/** The newest report that was counted, so that the same one never counts twice. */
public record Heard(long epoch, long sequence) {
  static final Heard NOTHING = new Heard(0, 0);

  boolean before(Heard other) {
    return other.epoch > epoch || (other.epoch == epoch && other.sequence > sequence);
  }
}
