/**
 * The agent's command line: {@code agent [run]}, {@code confirm}, {@code status}, {@code stop} and
 * what else may be done to a machine.
 *
 * <p>Start at {@link org.vicinal.agent.cli.AgentMain}. The commands beside {@code run} ask the
 * agent that works in the data folder.
 */
@NullMarked
package org.vicinal.agent.cli;

import org.jspecify.annotations.NullMarked;
