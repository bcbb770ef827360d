package org.vicinal.agent.machine;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A machine as the rest of the agent sees it. Every method may be called from any thread and
 * returns at once; the futures complete on the machine's thread.
 *
 * <p>A machine begins {@link Condition#OCCUPIED} unless its {@link Beginning} says that a person
 * has confirmed since the last run, and only {@link Condition#READY} takes a run.
 */
public interface Machine extends AutoCloseable {

  /** Begins to look for the port, and goes on looking until {@link #close()}. */
  void start();

  /**
   * Begins a run. Done means that it is journalled and its first line is about to be sent; how it
   * goes on is told to the listener.
   */
  CompletableFuture<Answer> run(RunRequest request);

  /** Ends the run, heaters and spindle off. The run is over when the listener hears so. */
  CompletableFuture<Answer> cancel(String reason);

  /**
   * Stops the machine as fast as its firmware can, whatever it is doing and however busy this agent
   * is: the bytes do not pass the machine's queue. Afterwards a person must look at the machine. It
   * is no substitute for the switch on the machine.
   */
  CompletableFuture<Answer> stopNow();

  /** Holds the run where it is. */
  CompletableFuture<Answer> pause();

  /** Goes on with a run that is held or waits for a person. */
  CompletableFuture<Answer> resume();

  /**
   * A person says that the machine may be used again: the bed is clear, or stock, tool and origin
   * are set. On a faulted machine it means that the machine is safe and may be opened anew.
   *
   * @param who the person
   * @param what what was seen, in words
   */
  CompletableFuture<Answer> confirm(String who, Instant at, String what);

  /**
   * A person says what is fixed on a mill and where its zero lies, before they confirm: without
   * limit switches that is all anybody knows of the space for the tool.
   */
  CompletableFuture<Answer> stock(Stock stock, String who);

  /**
   * Runs the outline of the run that waits for it, above the stock and with the spindle off; {@link
   * #resume} then begins the cut. With {@code skip} the cut begins without it.
   */
  CompletableFuture<Answer> outline(boolean skip, String who);

  /**
   * Says a line that a person beside the machine has typed. Only while there is no run; afterwards
   * somebody confirms anew.
   */
  CompletableFuture<Answer> say(String line, String who);

  /**
   * Moves the tool a short way from where it stands, under the same rule. A mill stays in the space
   * around its confirmed stock, unless the jog says that it may leave it.
   */
  CompletableFuture<Answer> jog(Jog way, String who);

  /**
   * Drives the tool for as long as this is said again at least every third of a second, under the
   * same rule. {@link #release} ends it at once.
   */
  CompletableFuture<Answer> drive(Heading heading, String who);

  /** The key that drove it is let go; a jog of a mill is broken off too. */
  CompletableFuture<Answer> release();

  /** A person at the machine lets GRBL out of its alarm. */
  CompletableFuture<Answer> clearAlarm(AlarmExit exit, String who);

  /** The machine as it is now. */
  MachineStatus status();

  /**
   * Closes the port and ends the thread. A run that was going on is interrupted: heaters and
   * spindle are turned off first, for which at most a second and a half is waited.
   */
  @Override
  void close();

  /** How to leave an alarm. */
  enum AlarmExit {
    /** Find the home switches again ({@code $H}): the position is true afterwards. */
    HOME,
    /** Unlock ({@code $X}): the position may be wrong. */
    UNLOCK
  }
}
