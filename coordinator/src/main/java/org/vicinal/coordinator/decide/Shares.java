package org.vicinal.coordinator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vicinal.messages.id.WorkshopId;

/**
 * What every workshop has had of the work, folded from awards. Written by one thread, read by all.
 */
public final class Shares {
  /**
   * Work counts half after so long: what is fair is fair now, and newcomers are not behind for
   * ever.
   */
  private static final Duration HALF_LIFE = Duration.ofDays(30);

  private record Kept(double hours, Instant at, int lotsMade) {
    double hoursAt(Instant now) {
      double halves = (double) Duration.between(at, now).toMillis() / HALF_LIFE.toMillis();
      return hours * Math.pow(0.5, Math.max(0, halves));
    }
  }

  /** Written by the one thread, read by all. */
  private volatile Kept all = new Kept(0, Instant.EPOCH, 0);

  private final Map<WorkshopId, Kept> kept = new ConcurrentHashMap<>();

  /** It was given a lot of so many machine hours. */
  public void given(WorkshopId workshop, double hours, Instant at) {
    kept.merge(
        workshop,
        new Kept(hours, at, 0),
        (old, lot) -> new Kept(old.hoursAt(at) + hours, at, old.lotsMade()));
    all = new Kept(all.hoursAt(at) + hours, at, 0);
  }

  /** It brought a lot to its end. */
  public void made(WorkshopId workshop, Instant at) {
    kept.merge(
        workshop,
        new Kept(0, at, 1),
        (old, lot) -> new Kept(old.hours(), old.at(), old.lotsMade() + 1));
  }

  /** What all together have had, as it counts at {@code now} (hours). */
  public double hoursLately(Instant now) {
    return all.hoursAt(now);
  }

  /** Its share as it counts at {@code now}. */
  public Share of(WorkshopId workshop, Instant now) {
    var known = kept.get(workshop);
    return known == null ? Share.NONE : new Share(known.hoursAt(now), known.lotsMade());
  }
}
