/**
 * How fast, how soon and how cheaply the agent drives machines, measured against simulated boards.
 *
 * <p>Start at {@link org.vicinal.demo.bench.machines.MachinesBench}. The boards' time runs as fast
 * as a figure needs; the rules of their protocols never do. It asserts nothing: figures are for
 * people.
 */
@NullMarked
package org.vicinal.demo.bench.machines;

import org.jspecify.annotations.NullMarked;
