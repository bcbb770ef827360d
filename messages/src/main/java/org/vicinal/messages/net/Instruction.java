package org.vicinal.messages.net;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.LotId;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Price;
import org.vicinal.messages.work.Requirement;

/**
 * What the coordinator tells one workshop, on that workshop's own topic. May arrive more than once.
 */
public sealed interface Instruction {
  /**
   * The job, or a share of it, is yours if you accept in time.
   *
   * @param acceptBy the acceptance counts only when the broker appended it before this
   * @param readyBy what the bid promised
   * @param firstPiece whether the customer accepts one piece before the others are made; absent
   *     when not
   */
  record Award(
      LotId lot,
      String title,
      Requirement requirement,
      List<FileRef> files,
      int pieces,
      Price price,
      Instant acceptBy,
      Instant readyBy,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
          boolean firstPiece)
      implements Instruction {
    public Award {
      files = List.copyOf(files);
    }

    /** All pieces may be made at once. */
    public Award(
        LotId lot,
        String title,
        Requirement requirement,
        List<FileRef> files,
        int pieces,
        Price price,
        Instant acceptBy,
        Instant readyBy) {
      this(lot, title, requirement, files, pieces, price, acceptBy, readyBy, false);
    }

    /** The job that the lot is of. */
    public JobId job() {
      return lot.job();
    }
  }

  /** The lot is no longer yours; do not start it. What is running may end, and is then surplus. */
  record Withdrawal(LotId lot, String reason) implements Instruction {}

  /** The customer accepted the first piece of an {@link Award#firstPiece} lot: make the others. */
  record GoOn(LotId lot) implements Instruction {}

  /**
   * What the workshop should know of a lot whose pieces are made.
   *
   * @param id the same when it comes twice
   * @param undone whether what the workshop said last about the pieces does not count: a wrong
   *     pickup code, a measure that is not what was asked
   */
  record Notice(LotId lot, String id, boolean undone, String words) implements Instruction {}

  /**
   * The coordinator was restored from an export: tell, with {@link Seen.LotKnown}, every lot in
   * your journal that has not been settled.
   *
   * @param generation the coordinator's new generation; a workshop answers each generation once
   */
  record Reconcile(long generation) implements Instruction {}
}
