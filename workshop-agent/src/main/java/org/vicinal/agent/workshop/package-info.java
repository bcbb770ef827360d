/**
 * What a workshop answers, promises and makes: calls become bids or refusals, awards become lots,
 * lots become runs.
 *
 * <p>Start at {@link org.vicinal.agent.workshop.Workshop}: {@code next(state, input)} gives the
 * next state, the facts to write down, and the effects to cause once they are durable. {@link
 * org.vicinal.agent.workshop.Tenders} prepares bids, {@link org.vicinal.agent.workshop.Lots} takes
 * and gives back, {@link org.vicinal.agent.workshop.Runs} starts what may be started. After every
 * input each of them looks at the whole state and does what is due, so that it does not matter in
 * which order, how often or how late things are heard, nor whether there was a restart in between.
 *
 * <p>It is pure: no clock, no thread, no port, no topic. The same code runs in the agent and in the
 * simulation of the whole network.
 */
@NullMarked
package org.vicinal.agent.workshop;

import org.jspecify.annotations.NullMarked;
