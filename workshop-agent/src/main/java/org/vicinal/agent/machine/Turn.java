package org.vicinal.agent.machine;

import java.util.List;

/**
 * One step of a machine.
 *
 * @param effects what is to be done, in this order
 */
public record Turn(MachineState state, List<Effect> effects) {
  public Turn {
    effects = List.copyOf(effects);
  }
}
