/**
 * One kind of part of an order, and how it finds its workshops: the contract net.
 *
 * <p>Start at {@link org.vicinal.coordinator.job.JobDecider}; the drawing of the states stands
 * above it. A job calls ring by ring outwards, collects bids, awards its pieces in lots to the
 * nearest that fit, and follows each lot until it is made or given back. What is missing is called
 * for again, a stated number of times. It knows nothing of topics and of people's names.
 */
@NullMarked
package org.vicinal.coordinator.job;

import org.jspecify.annotations.NullMarked;
