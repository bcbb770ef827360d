/**
 * What a workshop and a customer agreed about one lot, and its life until both are content.
 *
 * <p>Start at {@link org.vicinal.coordinator.deal.DealDecider}; the drawing of the states stands
 * above it. A deal begins with an award and is told by the {@linkplain
 * org.vicinal.coordinator.job.JobDecider job} how the making goes; everything after the machine has
 * stopped is its own: the gate, the handover, acceptance, disputes, what is owed ({@link
 * org.vicinal.coordinator.deal.Owed}) and the ticks that it was paid. No money moves here. Every
 * wait has a time, which is a rule of the community ({@link
 * org.vicinal.coordinator.community.Patience}) or a promise of the bid, and something that happens
 * then. What people write is sealed under the order's key before it comes here.
 */
@NullMarked
package org.vicinal.coordinator.deal;

import org.jspecify.annotations.NullMarked;
