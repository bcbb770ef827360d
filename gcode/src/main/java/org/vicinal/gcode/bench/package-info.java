/**
 * How fast this library is, measured where it runs: {@code ./vicinal gcode bench}. Start with
 * {@link org.vicinal.gcode.bench.Bench}. CPU time of one thread unless a row says otherwise; the
 * floor of the machine and npm's best-known reader stand in the same table, measured in the same
 * call.
 */
@NullMarked
package org.vicinal.gcode.bench;

import org.jspecify.annotations.NullMarked;
