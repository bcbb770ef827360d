package org.vicinal.agent.machine;

/**
 * GRBL is locked.
 *
 * @param code GRBL's number, 0 when it was found locked
 * @param frozen whether only a reset is read
 * @param leaving whether a person has asked to leave it
 */
record Alarmed(int code, boolean frozen, boolean leaving, Procedure procedure)
    implements Phase.Proceeding {
  Alarmed(int code, boolean frozen) {
    this(code, frozen, false, Procedure.NOTHING);
  }

  @Override
  public Phase with(Procedure next) {
    return new Alarmed(code, frozen, leaving, next);
  }
}
