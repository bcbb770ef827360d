/**
 * A town to which everything happens that can happen to one: its processes are killed, stopped and
 * started, its network is cut, its disk is filled, cables come out. All of it follows from a seed.
 *
 * <p>Start at {@link org.vicinal.demo.chaos.ChaosCommand}. {@code Script} says what happens when,
 * {@code Hand} does it, {@code Customers} order meanwhile, {@code Ledger} knows what they were
 * promised, and {@code Verdict} compares that with what the coordinator says and with what the
 * machines have done. It asks over HTTP like anybody and looks into nobody's memory.
 */
@NullMarked
package org.vicinal.demo.chaos;

import org.jspecify.annotations.NullMarked;
