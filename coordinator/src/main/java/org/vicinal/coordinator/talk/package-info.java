/**
 * What customer and workshop write to each other about an order: a thread for each workshop of it.
 *
 * <p>Start at {@link org.vicinal.coordinator.talk.TalkDecider}. Only sealed words come here; who is
 * part of an order is known at the edge, which lets nobody else speak.
 */
@NullMarked
package org.vicinal.coordinator.talk;

import org.jspecify.annotations.NullMarked;
