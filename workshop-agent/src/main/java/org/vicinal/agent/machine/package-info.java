/**
 * One machine, from its port to its last finished run.
 *
 * <p>Start with {@link org.vicinal.agent.machine.Machine}: what the rest of the agent may ask of a
 * machine and what it hears back. Behind it are a pure core, {@link
 * org.vicinal.agent.machine.MachineState} and its {@code next(state, input)}, and one thread that
 * owns it and does what the core says.
 *
 * <p>A machine knows nothing of lots, of Kafka or of the network. It runs a program once, when a
 * person has confirmed that it may, and writes to its {@link org.vicinal.agent.machine.RunLog}
 * before the first byte goes to the port.
 */
@NullMarked
package org.vicinal.agent.machine;

import org.jspecify.annotations.NullMarked;
