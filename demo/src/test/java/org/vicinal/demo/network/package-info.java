/**
 * The whole network in one thread, from one seed: the coordinator's deciders and their wiring,
 * three workshops' rules and machines, simulated firmware, and a router that loses, repeats, delays
 * and reorders.
 *
 * <p>Start at {@link org.vicinal.demo.network.NetworkSimulationTest}. Everything that decides is
 * the code that runs in the real programs; only what carries (Kafka, files, serial lines, threads,
 * clocks) is replaced, by one {@link org.vicinal.demo.network.Agenda} whose clock jumps from event
 * to event.
 */
@NullMarked
package org.vicinal.demo.network;

import org.jspecify.annotations.NullMarked;
