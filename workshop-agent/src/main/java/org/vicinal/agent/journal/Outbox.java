package org.vicinal.agent.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Report;
import org.vicinal.messages.net.Seen;

/**
 * The reports that the broker has not acknowledged, in the order they were owed.
 *
 * @param next the sequence number of the next report, from 1
 */
public record Outbox(long next, List<Report> waiting) {
  static final Outbox EMPTY = new Outbox(1, List.of());

  public Outbox {
    waiting = List.copyOf(waiting);
  }

  /** The report with this number, while it waits. */
  public Optional<Report> find(long sequence) {
    return waiting.stream().filter(report -> report.sequence() == sequence).findFirst();
  }

  /** The report that was added last. */
  Outbox with(WorkshopId workshop, long epoch, Instant at, Seen seen) {
    var longer = new ArrayList<>(waiting);
    longer.add(new Report(workshop, epoch, next, at, seen));
    return new Outbox(next + 1, longer);
  }

  Outbox without(long sequence) {
    return new Outbox(
        next, waiting.stream().filter(report -> report.sequence() != sequence).toList());
  }
}
