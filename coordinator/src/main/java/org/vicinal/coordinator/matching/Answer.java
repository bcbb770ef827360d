package org.vicinal.coordinator.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vicinal.coordinator.matching.Question.Preference;
import org.vicinal.messages.place.Ring;

/**
 * Who could make it, ring by ring, and who nearly could.
 *
 * @param rings those in which somebody could, nearest first
 * @param misses nearest to a fit first
 */
public record Answer(List<InRing> rings, List<Found.Missing> misses) {
  /** The most workshops in an answer. */
  public static final int MOST_FITS = 20;

  /** The most near misses. */
  public static final int MOST_MISSES = 5;

  /** Where something else than nearness is preferred, it is looked for among so many nearest. */
  private static final int COMPARED = 60;

  public Answer {
    rings = List.copyOf(rings);
    misses = List.copyOf(misses);
  }

  /** The offers of one ring, best first, one of each workshop. */
  public record InRing(Ring ring, List<Offer> offers) {
    public InRing {
      offers = List.copyOf(offers);
    }
  }

  /** Asks {@code machines}; nobody beyond the outermost ring is looked at. */
  public static Answer to(Question question, Matcher machines) {
    int compared = question.preference() == Preference.NEAREST ? MOST_FITS : COMPARED;
    var reach = new Reach(question.rings().getLast().metres(), compared, MOST_MISSES);
    var found = machines.search(question.part(), question.place(), reach);
    var order = Offer.order(question);
    var rings = new ArrayList<InRing>();
    int left = MOST_FITS;
    double inner = -1;
    for (var ring : question.rings()) {
      var offers = offers(question, found, inner, ring.metres(), order);
      if (!offers.isEmpty() && left > 0) {
        rings.add(new InRing(ring, offers.subList(0, Math.min(left, offers.size()))));
        left -= offers.size();
      }
      inner = ring.metres();
    }
    return new Answer(rings, found.misses());
  }

  private static List<Offer> offers(
      Question question, Found found, double inner, double outer, Comparator<Offer> order) {
    return found.fits().stream()
        .filter(fitting -> fitting.metres() > inner && fitting.metres() <= outer)
        .map(
            fitting ->
                fitting.machines().stream()
                    .map(able -> Offer.of(question, fitting, able))
                    .min(order)
                    .orElseThrow())
        .sorted(order)
        .toList();
  }
}
