package org.vicinal.coordinator.post;

/** A notice that the next server did not take. */
final class Unsent extends Exception {
  private static final long serialVersionUID = 1;
  private final boolean forGood;

  /**
   * Says why, without the address: it goes into the log.
   *
   * @param forGood whether trying again is of no use
   */
  Unsent(String why, boolean forGood) {
    super(why);
    this.forGood = forGood;
  }

  boolean forGood() {
    return forGood;
  }
}
