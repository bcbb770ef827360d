package org.vicinal.agent.firmware;

import java.util.Optional;

/**
 * Whether a machine's planner runs empty while there is more to make: it then stops between two
 * moves, and the stops can be seen on the part. A value, fed with one look after the other.
 *
 * <p>A look is empty when the planner holds at most one move although lines were still to come. One
 * stop proves nothing; a share of {@value #SHARE} % of {@value #LOOKS} looks does.
 *
 * @param looks so far, of those that are judged together
 * @param empty how many of them found the planner empty
 * @param worst the greatest share that has been found, in percent
 */
public record Starvation(int looks, int empty, int worst) {

  /** Nothing seen yet. */
  public static final Starvation BEGIN = new Starvation(0, 0, 0);

  /** A minute of reports, four a second. */
  static final int LOOKS = 240;

  private static final int SHARE = 5;

  /**
   * After a look.
   *
   * @param free moves that the planner has room for, and of {@code blocks} moves; -1 where it does
   *     not say
   * @param idle whether it stands
   */
  public Starvation look(int free, int blocks, boolean idle) {
    Starvation from = looks == LOOKS ? new Starvation(0, 0, worst) : this;
    boolean none = idle || (free >= 0 && blocks > 0 && free >= blocks - 1);
    int found = from.empty + (none ? 1 : 0);
    int seen = from.looks + 1;
    int share = seen == LOOKS ? found * 100 / LOOKS : 0;
    return new Starvation(seen, found, Math.max(worst, share));
  }

  /** What a person should know, when a span has just been judged and was bad. */
  public Optional<String> findFault() {
    int share = empty * 100 / LOOKS;
    return looks == LOOKS && share >= SHARE
        ? Optional.of(
            "STARVING: its planner was empty in %d %% of the last %d reports, so it stutters. The program's moves are shorter than link and firmware can take: use arcs or longer segments, a lower feed, or a faster rate."
                .formatted(share, LOOKS))
        : Optional.empty();
  }
}
