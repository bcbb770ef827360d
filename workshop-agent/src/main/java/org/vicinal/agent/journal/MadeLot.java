package org.vicinal.agent.journal;

import org.vicinal.messages.net.Instruction;

/**
 * A lot of which pieces are made: what is on the workshop's shelf, or not paid yet.
 *
 * @param made how many pieces
 * @param paid whether what was agreed has come
 */
public record MadeLot(Instruction.Award award, int made, Stage stage, boolean paid) {

  /** How far its pieces are on their way to the customer. */
  public enum Stage {
    MADE,
    /** Somebody looked at every one and measured what is critical. */
    CHECKED,
    /** They can be fetched, or are about to be sent. */
    READY,
    HANDED_OVER
  }

  MadeLot at(Stage next) {
    return new MadeLot(award, made, next, paid);
  }

  MadeLot settled() {
    return new MadeLot(award, made, stage, true);
  }
}
