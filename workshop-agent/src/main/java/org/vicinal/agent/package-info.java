/**
 * How it gets made here: the agent that speaks for a workshop and drives its machines.
 *
 * <p>Start at {@code cli.AgentMain}, or with the rules: {@code workshop} answers calls and keeps
 * the queue, {@code machine} moves one machine through its states. {@code journal} remembers,
 * {@code network} tells, {@code serial} and {@code firmware} speak with iron, {@code simulation}
 * stands in for it. It does not know how a coordinator decides.
 */
@NullMarked
package org.vicinal.agent;

import org.jspecify.annotations.NullMarked;
