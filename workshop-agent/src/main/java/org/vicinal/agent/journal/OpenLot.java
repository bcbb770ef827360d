package org.vicinal.agent.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
 * @param firstOnly whether no more than the first piece may be made, until the customer has
 *     accepted it; absent in older journals, and then not
 * @param delayed the date that was told after the promised one; null when none was
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
    String waitsFor,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean firstOnly,
    @Nullable Instant delayed) {

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

  /** Whether it waits until the customer has seen its first piece. */
  public boolean waitsForCustomer() {
    return firstOnly && made > 0;
  }

  /** When it shall be ready, as last told. */
  public Instant readyBy() {
    return delayed == null ? award.readyBy() : delayed;
  }

  static OpenLot taken(Fact.LotTaken fact) {
    return new OpenLot(
        fact.award(),
        fact.machine(),
        fact.program(),
        fact.secondsPerPiece(),
        fact.lines(),
        fact.acceptance(),
        Stage.AWARDED,
        0,
        "",
        fact.award().firstPiece(),
        null);
  }

  OpenLot goingOn() {
    return copy(stage, made, "", false, delayed);
  }

  OpenLot at(Stage next) {
    return copy(next, made, waitsFor, firstOnly, delayed);
  }

  OpenLot withMade(int pieces) {
    return copy(stage, pieces, "", firstOnly, delayed);
  }

  OpenLot waitingFor(String what) {
    return copy(stage, made, what, firstOnly, delayed);
  }

  OpenLot delayedTo(Instant date) {
    return copy(stage, made, waitsFor, firstOnly, date);
  }

  private OpenLot copy(
      Stage newStage, int pieces, String what, boolean onlyFirst, @Nullable Instant date) {
    return new OpenLot(
        award,
        machine,
        program,
        secondsPerPiece,
        lines,
        acceptance,
        newStage,
        pieces,
        what,
        onlyFirst,
        date);
  }
}
