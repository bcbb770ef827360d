package org.vicinal.messages.net;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.JobId;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Requirement;

/**
 * A call for bids: who is asked, for what, until when.
 *
 * <p>One record on a shared topic, in the partition of its coarse cell; a workshop that is not
 * among {@code called} lets it pass. {@code round} counts the calls of a job; a bid names the round
 * it answers.
 *
 * @param title what the part is, for people
 * @param files what may be fetched to look before bidding
 * @param wanted when the customer wants it
 * @param closesAt until when a bid counts, by the broker's clock
 * @param conditions null in calls of older coordinators: to be picked up, in parts or together
 */
public record Call(
    JobId job,
    int round,
    String title,
    Requirement requirement,
    List<FileRef> files,
    int pieces,
    Instant wanted,
    Instant closesAt,
    List<WorkshopId> called,
    @Nullable Conditions conditions) {
  public Call {
    files = List.copyOf(files);
    called = List.copyOf(called);
  }

  /** A call without conditions. */
  public Call(
      JobId job,
      int round,
      String title,
      Requirement requirement,
      List<FileRef> files,
      int pieces,
      Instant wanted,
      Instant closesAt,
      List<WorkshopId> called) {
    this(job, round, title, requirement, files, pieces, wanted, closesAt, called, null);
  }
}
