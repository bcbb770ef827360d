/**
 * When a workshop's machines are free, when its people are there, and what it usually asks.
 *
 * <p>Start at {@link org.vicinal.messages.capacity.Capacity}. It is what a workshop publishes for
 * everybody; a promise is only made by a bid.
 */
@NullMarked
package org.vicinal.messages.capacity;

import org.jspecify.annotations.NullMarked;
