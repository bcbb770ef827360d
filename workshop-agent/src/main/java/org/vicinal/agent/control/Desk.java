package org.vicinal.agent.control;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Heading;
import org.vicinal.agent.machine.Jog;
import org.vicinal.agent.machine.Stock;
import org.vicinal.agent.recorder.Traffic;
import org.vicinal.agent.workshop.SaidCall;
import org.vicinal.agent.workshop.Say;
import org.vicinal.agent.workshop.WaitingCall;
import org.vicinal.messages.id.MachineId;

/**
 * What a person here may ask. Every method may be called from any thread, and all but the pictures
 * return at once.
 */
public interface Desk {

  /** How everything is. */
  AgentStatus status();

  /**
   * Somebody says that a machine may be used: its bed is clear, or stock, tool and origin are set.
   */
  CompletableFuture<Answer> confirm(MachineId machine, String who, String what);

  /** The same, and what is fixed on a mill and where its zero lies. */
  CompletableFuture<Answer> confirm(MachineId machine, String who, String what, Stock stock);

  /** Somebody wants to see the outline of the run that waits for it, or leaves it out. */
  CompletableFuture<Answer> outline(MachineId machine, boolean skip, String who);

  /** Somebody wants this of a machine now. */
  CompletableFuture<Answer> act(MachineId machine, Act act, String who);

  /** Somebody says something about a call or a lot. */
  CompletableFuture<Answer> say(Say say, String who);

  /** The calls that wait for an answer. */
  List<WaitingCall> calls();

  /** The calls that were answered lately, the latest first. */
  List<SaidCall> answers();

  /** Somebody types a line for a machine that has no run. */
  CompletableFuture<Answer> say(MachineId machine, String line, String who);

  /** Somebody moves a machine's tool a short way while it has no run. */
  CompletableFuture<Answer> jog(MachineId machine, Jog way, String who);

  /** Somebody holds a key that drives a tool; said again every third of a second. */
  CompletableFuture<Answer> drive(MachineId machine, Heading heading, String who);

  /** They have let it go; a jog that is on its way is broken off. */
  CompletableFuture<Answer> release(MachineId machine);

  /** The configuration is read again: machines are added, changed and removed. */
  CompletableFuture<Answer> reread();

  /** The last traffic on a machine's line after the piece with this number. */
  List<Traffic> console(MachineId machine, long since, int most);

  /** A PNG of what the machine is making; empty when it makes nothing that can be drawn. */
  Optional<byte[]> picture(MachineId machine) throws InterruptedException;

  /** What is counted of the machines' links. */
  List<MachineFigures> figures();

  /** What may be done to a machine at work. */
  enum Act {
    /** As fast as its firmware can; a person looks at it afterwards. */
    STOP,
    PAUSE,
    RESUME,
    /** End the run in order; the rest of the lot goes back. */
    CANCEL,
    /** Find the home switches and leave the alarm. */
    HOME,
    /** Leave the alarm without; the position may be wrong. */
    UNLOCK
  }
}
