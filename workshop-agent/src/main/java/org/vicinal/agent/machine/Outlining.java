package org.vicinal.agent.machine;

/**
 * Before a program is cut from an origin for the first time: its outline is run above the stock
 * when a person asks for it, and a person says that it goes on.
 *
 * @param stage how far that is
 * @param deadline when the run is given up because nobody came
 */
record Outlining(Run run, Procedure procedure, Stage stage, long deadline)
    implements Phase.Proceeding, Phase.Working {
  /** Waiting for a person's word, on its way around, or waiting again. */
  enum Stage {
    ASKED,
    RUNNING,
    SEEN
  }

  @Override
  public long wakeAt() {
    return Math.min(procedure.until(), deadline);
  }

  @Override
  public Phase with(Procedure next) {
    return new Outlining(run, next, stage, deadline);
  }

  @Override
  public Phase with(Run next) {
    return new Outlining(next, procedure, stage, deadline);
  }
}
