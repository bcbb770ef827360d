package org.vicinal.agent.journal;

import org.vicinal.messages.id.LotId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Instruction;
import org.vicinal.messages.work.FileRef;

/**
 * A lot that something may still happen to.
 *
 * @param acceptance the sequence number of the report that accepts it
 * @param made pieces made so far
 * @param waitsFor what was last told about what it waits for; empty when nothing was
 */
public record OpenLot(
    Instruction.Award award,
    MachineId machine,
    FileRef program,
    double secondsPerPiece,
    long lines,
    long acceptance,
    Stage stage,
    int made,
    String waitsFor) {

  /** How far a lot is. */
  public enum Stage {
    /** The acceptance is on its way. */
    AWARDED,
    /** It is ours, and may run. */
    ACCEPTED,
    /** It is not ours any more; one run of it is on and may end. */
    WITHDRAWN
  }

  /** The lot's id. */
  public LotId id() {
    return award.lot();
  }

  /** The pieces that are still to be made. */
  public int left() {
    return award.pieces() - made;
  }

  OpenLot at(Stage next) {
    return new OpenLot(
        award, machine, program, secondsPerPiece, lines, acceptance, next, made, waitsFor);
  }

  OpenLot withMade(int pieces) {
    return new OpenLot(
        award, machine, program, secondsPerPiece, lines, acceptance, stage, pieces, "");
  }

  OpenLot waitingFor(String what) {
    return new OpenLot(
        award, machine, program, secondsPerPiece, lines, acceptance, stage, made, what);
  }
}
