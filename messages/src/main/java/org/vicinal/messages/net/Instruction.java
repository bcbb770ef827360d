package org.vicinal.messages.net;

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
   */
  record Award(
      LotId lot,
      String title,
      Requirement requirement,
      List<FileRef> files,
      int pieces,
      Price price,
      Instant acceptBy,
      Instant readyBy)
      implements Instruction {
    public Award {
      files = List.copyOf(files);
    }

    /** The job that the lot is of. */
    public JobId job() {
      return lot.job();
    }
  }

  /** The lot is no longer yours; do not start it. What is running may end, and is then surplus. */
  record Withdrawal(LotId lot, String reason) implements Instruction {}

  /**
   * The coordinator was restored from an export: tell, with {@link Seen.LotKnown}, every lot in
   * your journal that has not been settled.
   *
   * @param generation the coordinator's new generation; a workshop answers each generation once
   */
  record Reconcile(long generation) implements Instruction {}
}
