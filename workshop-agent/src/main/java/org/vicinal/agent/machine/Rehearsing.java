package org.vicinal.agent.machine;

/**
 * GRBL reads the program in its check mode; nothing moves.
 *
 * @param feed of the reading for the check; the run's own waits
 * @param leaving whether all has been read and the mode is being left
 */
record Rehearsing(Run run, Feed feed, Procedure procedure, boolean leaving)
    implements Phase.Proceeding, Phase.Working {
  @Override
  public Phase with(Procedure next) {
    return new Rehearsing(run, feed, next, leaving);
  }

  @Override
  public Phase with(Run next) {
    return new Rehearsing(next, feed, procedure, leaving);
  }

  Rehearsing with(Feed next) {
    return new Rehearsing(run, next, procedure, leaving);
  }
}
