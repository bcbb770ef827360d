package org.vicinal.agent.machine;

/** Hears what a machine does. Called on the machine's thread: it drops the event and returns. */
@FunctionalInterface
public interface MachineListener {
  void on(MachineEvent event);
}
