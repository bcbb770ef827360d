package org.vicinal.agent.firmware;

import java.util.Optional;

/**
 * Whether a machine's planner runs empty while there is more to make: it then stops between two
 * moves, and the stops can be seen on the part. Or whether it lives from hand to mouth: a planner
 * with few moves slows down, because it must always be able to stop at the end of the last. A
 * value, fed with one look after the other.
 *
 * <p>A look is empty when the planner holds at most one move although lines were still to come, and
 * thin when it holds no more than a quarter of what it could. One stop proves nothing; a share of
 * {@value #EMPTY} % empty or {@value #THIN} % thin of {@value #LOOKS} looks does.
 *
 * @param looks so far, of those that are judged together
 * @param empty how many of them found the planner empty
 * @param thin how many found it thin or empty
 */
record Starvation(int looks, int empty, int thin) {

  /** Nothing seen yet. */
  static final Starvation BEGIN = new Starvation(0, 0, 0);

  static final String REMEDY =
      "The program's moves are shorter than link and firmware can take: use arcs or longer segments, a lower feed, or a faster rate.";

  /** A minute of reports, four a second. */
  static final int LOOKS = 240;

  private static final int EMPTY = 5;
  private static final int THIN = 50;

  /**
   * After a look.
   *
   * @param free moves that the planner has room for, and of {@code blocks} moves; -1 where it does
   *     not say
   * @param idle whether it stands
   */
  Starvation look(int free, int blocks, boolean idle) {
    Starvation from = looks == LOOKS ? BEGIN : this;
    boolean says = free >= 0 && blocks > 0;
    boolean none = idle || (says && free >= blocks - 1);
    boolean few = none || (says && (blocks - free) * 4 <= blocks);
    return new Starvation(from.looks + 1, from.empty + (none ? 1 : 0), from.thin + (few ? 1 : 0));
  }

  /** What a person should know, when a span has just been judged and was bad. */
  Optional<String> findFault() {
    if (looks < LOOKS) {
      return Optional.empty();
    }
    if (empty * 100 >= looks * EMPTY) {
      return told("was empty", empty, "it stutters");
    }
    return thin * 100 >= looks * THIN
        ? told("held at most a quarter of the moves it could", thin, "it is slower than asked")
        : Optional.empty();
  }

  private Optional<String> told(String what, int times, String so) {
    return Optional.of(
        "STARVING: its planner %s in %d %% of the last %d looks, so %s. %s"
            .formatted(what, times * 100 / looks, looks, so, REMEDY));
  }
}
