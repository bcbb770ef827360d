package org.vicinal.agent.machine;

import java.util.Optional;
import org.vicinal.agent.firmware.HeatWait;

/** What a machine with an open port is at: only what that needs. */
sealed interface Phase
    permits Phase.Proceeding,
        Phase.Working,
        Phase.Ready,
        Phase.Occupied,
        Phase.Taken,
        Phase.Faulted {

  /** What people call it. */
  default Condition condition() {
    return switch (this) {
      case Greeting greeting -> Condition.GREETING;
      case Ready ready -> Condition.READY;
      case Occupied occupied -> Condition.OCCUPIED;
      case Confirming confirming -> Condition.OCCUPIED;
      case Taken taken -> Condition.TAKEN;
      case Errand errand -> Condition.TAKEN;
      case Driving driving -> Condition.TAKEN;
      case Faulted faulted -> Condition.FAULTED;
      case Alarmed alarmed -> Condition.ALARM;
      case Checking checking -> Condition.CHECKING;
      case Rehearsing rehearsing -> Condition.CHECKING;
      case Streaming streaming -> Condition.STREAMING;
      case Heating heating -> Condition.STREAMING;
      case Holding holding -> Condition.HOLDING;
      case Returning returning -> returning.first() ? Condition.CHECKING : Condition.HOLDING;
      case Attention attention -> Condition.ATTENTION;
      case Outlining outlining ->
          outlining.stage() == Outlining.Stage.RUNNING ? Condition.CHECKING : Condition.ATTENTION;
      case Calling calling -> Condition.DRAINING;
      case Draining draining -> Condition.DRAINING;
    };
  }

  /** When time alone changes it. */
  default long wakeAt() {
    return Long.MAX_VALUE;
  }

  /** The run that is going on. */
  default Optional<Run> findRun() {
    return Optional.empty();
  }

  /** A phase with steps to do. */
  sealed interface Proceeding extends Phase
      permits Greeting,
          Errand,
          Driving,
          Alarmed,
          Checking,
          Outlining,
          Rehearsing,
          Confirming,
          Halted,
          Calling,
          Returning,
          Draining {
    Procedure procedure();

    Phase with(Procedure procedure);

    @Override
    default long wakeAt() {
      return procedure().until();
    }
  }

  /** A phase with a run. */
  sealed interface Working extends Phase
      permits Checking,
          Outlining,
          Rehearsing,
          Streaming,
          Heating,
          Halted,
          Calling,
          Returning,
          Draining {
    Run run();

    Phase with(Run run);

    @Override
    default Optional<Run> findRun() {
      return Optional.of(run());
    }
  }

  record Greeting(Procedure procedure) implements Proceeding {
    @Override
    public Phase with(Procedure next) {
      return new Greeting(next);
    }
  }

  record Ready() implements Phase {}

  record Occupied() implements Phase {}

  record Taken() implements Phase {}

  /**
   * A person's own lines, outside of any run. Afterwards somebody has to look again.
   *
   * @param jog whether it can be broken off as a jog
   */
  record Errand(String who, boolean jog, Procedure procedure) implements Proceeding {
    @Override
    public Phase with(Procedure next) {
      return new Errand(who, jog, next);
    }
  }

  record Faulted() implements Phase {}

  /**
   * A run has been taken and nothing of it sent.
   *
   * @param ask who asked for the run and has not been answered; 0 when answered
   * @param journalled whether it has been written down
   */
  record Checking(Run run, long ask, boolean journalled, Procedure procedure)
      implements Proceeding, Working {
    @Override
    public Phase with(Procedure next) {
      return new Checking(run, ask, journalled, next);
    }

    @Override
    public Phase with(Run next) {
      return new Checking(next, ask, journalled, procedure);
    }
  }

  /** A person has confirmed; the zeros are asked for, to be compared before each cut. */
  record Confirming(long ask, String why, Procedure procedure) implements Proceeding {
    @Override
    public Phase with(Procedure next) {
      return new Confirming(ask, why, next);
    }
  }

  record Streaming(Run run) implements Working {
    @Override
    public Phase with(Run next) {
      return new Streaming(next);
    }
  }

  /**
   * The next line waits for heat, and so does the run, so that it can be cancelled meanwhile.
   *
   * @param until when the line is sent whatever the reports say
   */
  record Heating(Run run, HeatWait heat, long until) implements Working {
    @Override
    public long wakeAt() {
      return until;
    }

    @Override
    public Phase with(Run next) {
      return new Heating(next, heat, until);
    }
  }

  /** A run that stands still until a person lets it go on. */
  sealed interface Halted extends Proceeding, Working {

    /** When it is made safe although nobody came; once that is done, when it is given up. */
    long deadline();

    /** Whether the deadline has passed once. */
    boolean late();

    /** Late: safe, and still waiting. */
    Halted late(Procedure procedure, long nextDeadline);

    @Override
    default long wakeAt() {
      return Math.min(procedure().until(), deadline());
    }
  }

  /** A run that a person has paused. */
  record Holding(Run run, Procedure procedure, long deadline, boolean late) implements Halted {
    @Override
    public Phase with(Procedure next) {
      return new Holding(run, next, deadline, late);
    }

    @Override
    public Phase with(Run next) {
      return new Holding(next, procedure, deadline, late);
    }

    @Override
    public Halted late(Procedure next, long nextDeadline) {
      return new Holding(run, next, nextDeadline, true);
    }
  }

  /** How a machine stands that waits for a person, and so how it goes on. */
  enum Stance {
    /** The firmware itself waits, so its answer ends the wait. */
    BY_FIRMWARE,
    /** Off the part, so it goes back first. */
    ASIDE,
    /** Where the program has left it. */
    IN_PLACE,
    /** There too; and only when the person has resumed is it believed that the spindle is off. */
    SPINDLE_OFF,
    /** Nothing has been sent yet: the way into the middle of the program is still to be gone. */
    BEFORE_ENTRY
  }

  /**
   * A mill comes to rest, and calls a person only when it stands: who is told to turn the spindle
   * off does so.
   */
  record Calling(Run run, Procedure procedure, Stance stance, String why)
      implements Proceeding, Working {
    @Override
    public Phase with(Procedure next) {
      return new Calling(run, next, stance, why);
    }

    @Override
    public Phase with(Run next) {
      return new Calling(next, procedure, stance, why);
    }
  }

  /** A run waits for a person. */
  record Attention(Run run, Procedure procedure, Stance stance, long deadline, boolean late)
      implements Halted {
    /** Whether the firmware itself waits. */
    boolean byFirmware() {
      return stance == Stance.BY_FIRMWARE;
    }

    @Override
    public Phase with(Procedure next) {
      return new Attention(run, next, stance, deadline, late);
    }

    @Override
    public Phase with(Run next) {
      return new Attention(next, procedure, stance, deadline, late);
    }

    @Override
    public Halted late(Procedure next, long nextDeadline) {
      return new Attention(run, next, stance, nextDeadline, true);
    }
  }

  /**
   * On its way to where it was paused.
   *
   * @param first whether nothing of the run has been sent yet: it begins in the middle
   */
  record Returning(Run run, Procedure procedure, boolean first) implements Proceeding, Working {
    @Override
    public Phase with(Procedure next) {
      return new Returning(run, next, first);
    }

    @Override
    public Phase with(Run next) {
      return new Returning(next, procedure, first);
    }
  }

  record Draining(Run run, Procedure procedure, Ending ending) implements Proceeding, Working {
    @Override
    public Phase with(Procedure next) {
      return new Draining(run, next, ending);
    }

    @Override
    public Phase with(Run next) {
      return new Draining(next, procedure, ending);
    }
  }
}
