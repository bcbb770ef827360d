package org.vicinal.agent.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.vicinal.messages.net.Instruction;

/**
 * A lot of which pieces are made: what is on the workshop's shelf, or not paid yet.
 *
 * @param made how many pieces
 * @param paid whether what was agreed has come
 * @param paidLast whether that is what was said last; absent in older journals
 */
public record MadeLot(
    Instruction.Award award,
    int made,
    Stage stage,
    boolean paid,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean paidLast) {

  /** How far its pieces are on their way to the customer. */
  public enum Stage {
    MADE,
    /** Somebody looked at every one and measured what is critical. */
    CHECKED,
    /** They can be fetched, or are about to be sent. */
    READY,
    HANDED_OVER
  }

  static MadeLot of(Instruction.Award award, int made) {
    return new MadeLot(award, made, Stage.MADE, false, false);
  }

  MadeLot at(Stage next) {
    return new MadeLot(award, made, next, paid, false);
  }

  MadeLot settled() {
    return new MadeLot(award, made, stage, true, true);
  }

  /** Without what was said last. */
  MadeLot undone() {
    if (paidLast) {
      return new MadeLot(award, made, stage, false, false);
    }
    return switch (stage) {
      case HANDED_OVER -> at(Stage.READY);
      case READY -> at(Stage.CHECKED);
      case CHECKED, MADE -> at(Stage.MADE);
    };
  }

  /** Whether it has left the workshop and is paid. */
  public boolean gone() {
    return paid && stage == Stage.HANDED_OVER;
  }
}
