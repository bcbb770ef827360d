package org.vicinal.agent.firmware;

import java.util.Optional;

/**
 * Whether a machine is fed fast enough during one run, from whatever its firmware lets be seen: the
 * planner in GRBL's reports, the planner in Marlin's answers (ADVANCED_OK), or else only how long
 * the answers take. A value.
 *
 * @param lookedAt when its answers were last looked at
 * @param answeredAt when the last line was taken, 0 before the first
 * @param told whether it has been found wanting, which is said once a run
 */
public record Supply(
    Starvation planner, Strain strain, long lookedAt, long answeredAt, boolean told) {

  /** Nothing seen yet. */
  public static final Supply BEGIN = new Supply(Starvation.BEGIN, Strain.BEGIN, 0, 0, false);

  /** As often as GRBL reports. */
  private static final long BETWEEN = 250_000_000L;

  /** Number, checksum and line end of a numbered line, in bytes. */
  private static final int FRAME = 10;

  /**
   * GRBL has reported while lines were to come.
   *
   * @param blocks how many moves its planner holds, 0 where that is not known
   */
  public Supply reported(StatusReport report, int blocks) {
    return with(planner.look(report.freeBlocks(), blocks, report.idle()), strain);
  }

  /**
   * A printer has taken a line of the program while more are to come.
   *
   * @param blocks how many moves its planner holds, 0 where that is not known
   */
  public Supply taken(Outcome.Acknowledged line, int blocks, long now) {
    String text = line.command().text();
    if (line.freeBlocks() < 0) {
      Strain next =
          answeredAt == 0 ? strain : strain.taken(now - answeredAt, text.length() + FRAME);
      return new Supply(planner, next, lookedAt, now, told);
    }
    boolean looks = now - lookedAt >= BETWEEN && text.startsWith("G1 ");
    return looks
        ? new Supply(planner.look(line.freeBlocks(), blocks, false), strain, now, now, told)
        : this;
  }

  /** What a person should know, where a span has just been judged and was the first bad one. */
  public Optional<String> findFault() {
    return told ? Optional.empty() : planner.findFault().or(strain::findFault);
  }

  /** Once it has been said. */
  public Supply asTold() {
    return new Supply(planner, strain, lookedAt, answeredAt, true);
  }

  private Supply with(Starvation seen, Strain felt) {
    return new Supply(seen, felt, lookedAt, answeredAt, told);
  }
}
