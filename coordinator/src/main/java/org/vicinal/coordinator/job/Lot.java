package org.vicinal.coordinator.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.LotId;

/**
 * What one award gave to one workshop, and how far it is.
 *
 * @param from the workshop, and its latest report about this lot that counted
 * @param made pieces of it that count for the job
 * @param surplus pieces of it that nobody waits for
 * @param waitsUntil the next moment at which something happens by itself: accepting ends, the
 *     promise is late, it is taken back; without meaning once the lot has ended
 * @param promised the first promise, once the workshop has said that it will be late; else null
 * @param refused pieces that were made and do not count; absent when none
 */
public record Lot(
    LotId id,
    Source from,
    int pieces,
    int made,
    int surplus,
    Standing standing,
    Instant readyBy,
    Instant waitsUntil,
    @Nullable Instant promised,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY) int refused) {
  /** Where a lot is. */
  public enum Standing {
    AWARDED(true),
    ACCEPTED(true),
    RUNNING(true),
    /** Accepted, and its promise has passed. */
    LATE(true),
    MADE(false),
    DECLINED(false),
    LAPSED(false),
    RETURNED(false),
    INTERRUPTED(false),
    WITHDRAWN(false),
    /** Its first piece was not good. */
    REFUSED(false),
    /** Never the job's own, as far as this coordinator knows. */
    STRANGE(false);

    private final boolean live;

    Standing(boolean live) {
      this.live = live;
    }

    /** Whether its workshop may still make pieces of it. */
    public boolean live() {
      return live;
    }
  }

  Lot with(Standing other) {
    return new Lot(id, from, pieces, made, surplus, other, readyBy, waitsUntil, promised, refused);
  }

  Lot heard(Source report) {
    var latest = report.after(from) ? report : from;
    return new Lot(
        id, latest, pieces, made, surplus, standing, readyBy, waitsUntil, promised, refused);
  }

  Lot withMade(int count) {
    return new Lot(
        id, from, pieces, count, surplus, standing, readyBy, waitsUntil, promised, refused);
  }

  /** Only {@code left} of the made pieces count any more. */
  Lot refusedDownTo(int left) {
    int lost = Math.max(0, made - left);
    return new Lot(
        id,
        from,
        pieces,
        made - lost,
        surplus,
        standing,
        readyBy,
        waitsUntil,
        promised,
        refused + lost);
  }

  Lot withSurplus(int count) {
    return new Lot(id, from, pieces, made, count, standing, readyBy, waitsUntil, promised, refused);
  }

  Lot waitingUntil(Instant moment) {
    return new Lot(id, from, pieces, made, surplus, standing, readyBy, moment, promised, refused);
  }

  /** Promised anew, for {@code later}. */
  Lot delayedTo(Instant later) {
    var first = promised == null ? readyBy : promised;
    return new Lot(id, from, pieces, made, surplus, standing, later, waitsUntil, first, refused);
  }

  /** Pieces that need not be called for again. */
  int covered() {
    return standing.live() ? pieces : made;
  }
}
