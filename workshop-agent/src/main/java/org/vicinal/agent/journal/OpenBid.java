package org.vicinal.agent.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.work.FileRef;

/**
 * A promise that may still be taken up.
 *
 * @param secondsPerPiece planned machine time
 * @param lines how many lines the program has
 * @param closesAt until when it may be awarded, by the broker's clock
 * @param taken how many of its pieces are in lots already; absent in older journals, and then none
 */
public record OpenBid(
    JobId job,
    int round,
    MachineId machine,
    FileRef program,
    int pieces,
    double secondsPerPiece,
    long lines,
    Instant readyBy,
    Instant closesAt,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY) int taken) {

  /** A bid of which nothing is taken yet. */
  public OpenBid(
      JobId job,
      int round,
      MachineId machine,
      FileRef program,
      int pieces,
      double secondsPerPiece,
      long lines,
      Instant readyBy,
      Instant closesAt) {
    this(job, round, machine, program, pieces, secondsPerPiece, lines, readyBy, closesAt, 0);
  }

  /** The pieces that may still be awarded. */
  public int left() {
    return Math.max(0, pieces - taken);
  }

  OpenBid withTaken(int more) {
    return new OpenBid(
        job,
        round,
        machine,
        program,
        pieces,
        secondsPerPiece,
        lines,
        readyBy,
        closesAt,
        taken + more);
  }
}
