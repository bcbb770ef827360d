package org.vicinal.coordinator.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicinal.messages.fit.Fit;
import org.vicinal.messages.work.Requirement;

/** What one question has found out about models so far: each is judged at most once. */
final class Judge {
  private static final byte UNKNOWN = 0;
  private static final byte FITS = 1;
  private static final byte NOT = 2;

  /** Verdicts of more models than this are not remembered but for those that pass the sieve. */
  private static final int MOST_REMEMBERED = 1 << 16;

  private final Requirement part;
  private final Traits need;
  private final Models.Table models;
  private final byte[] verdicts;
  private final Map<Integer, Fit> fits = new HashMap<>();

  Judge(Requirement part, Models.Table models) {
    this.part = part;
    this.need = Traits.of(part);
    this.models = models;
    this.verdicts = new byte[Math.min(models.size(), MOST_REMEMBERED)];
  }

  Traits need() {
    return need;
  }

  boolean fits(int model) {
    if (model >= verdicts.length) {
      return judged(model);
    }
    byte known = verdicts[model];
    if (known == UNKNOWN) {
      known = judged(model) ? FITS : NOT;
      verdicts[model] = known;
    }
    return known == FITS;
  }

  private boolean judged(int model) {
    return models.traits()[model].mayMake(need) && fit(model) instanceof Fit.Fits;
  }

  /** The answer for a model, with its margins or reasons. */
  Fit fit(int model) {
    return fits.computeIfAbsent(model, number -> Fit.of(part, models.profiles()[number]));
  }

  /** The workshop with its machines that fit. */
  Found.Fitting fitting(Entry entry, double metres) {
    var able = new ArrayList<Found.Able>();
    for (int i = 0; i < entry.models().length; i++) {
      if (fits(entry.models()[i]) && fit(entry.models()[i]) instanceof Fit.Fits fit) {
        able.add(new Found.Able(entry.names().get(i), fit));
      }
    }
    return new Found.Fitting(entry.id(), metres, able, entry.capacity());
  }

  /** Whether none of the workshop's machines fits, and one is of the process. */
  boolean misses(Entry entry) {
    boolean ofTheProcess = false;
    for (int model : entry.models()) {
      if (fits(model)) {
        return false;
      }
      ofTheProcess |= models.traits()[model].sameMaking(need);
    }
    return ofTheProcess;
  }

  /** Of the workshop's machines of the process the one that comes nearest to a fit. */
  Found.Missing missing(Entry entry, double metres) {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < entry.models().length; i++) {
      int model = entry.models()[i];
      if (models.traits()[model].sameMaking(need)
          && fit(model) instanceof Fit.Misfit misfit
          && misfit.weight() < least) {
        best = i;
        least = misfit.weight();
      }
    }
    return new Found.Missing(
        entry.id(), metres, entry.names().get(best), (Fit.Misfit) fit(entry.models()[best]));
  }

  static List<Found.Missing> best(List<Found.Missing> misses, int most) {
    return misses.stream().sorted(Found.Missing.BEST_FIRST).limit(most).toList();
  }
}
