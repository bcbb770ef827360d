/**
 * A town of processes: a coordinator, workshops, their simulated machines.
 *
 * <p>Start at {@link org.vicinal.demo.town.Town}. It knows command lines and folders, not orders.
 */
@NullMarked
package org.vicinal.demo.town;

import org.jspecify.annotations.NullMarked;
