/**
 * A customer's wish, from the moment it is placed to its end.
 *
 * <p>Start at {@link org.vicinal.coordinator.order.OrderDecider}; the drawing of the states stands
 * above it. An order knows who wants what, where and by when, and whether it was confirmed. It does
 * not know who makes it: that is its {@linkplain org.vicinal.coordinator.job job}'s life. Names,
 * contacts, exact places and notes are not here but sealed, under a key that can be forgotten.
 */
@NullMarked
package org.vicinal.coordinator.order;

import org.jspecify.annotations.NullMarked;
