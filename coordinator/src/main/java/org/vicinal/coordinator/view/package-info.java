/**
 * What people see: the log folded into orders, workshops and designs, in memory, and thrown away
 * and read anew at every start.
 *
 * <p>Start at {@link org.vicinal.coordinator.view.Views}, which holds everything and tells those
 * who watch. The folds ({@link org.vicinal.coordinator.view.OrderFold} and its neighbours) are
 * pure; {@link org.vicinal.coordinator.view.Story} turns events into sentences. Nothing here
 * decides, and nothing here is asked by a decider except who is where ({@link
 * org.vicinal.coordinator.view.Neighbours}).
 */
@NullMarked
package org.vicinal.coordinator.view;

import org.jspecify.annotations.NullMarked;
