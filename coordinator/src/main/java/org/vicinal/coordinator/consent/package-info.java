/**
 * Who lets the world see where and how something was built: customers and workshops, each asked
 * once, for all that they order or make, and free to say otherwise later.
 *
 * <p>Start at {@link org.vicinal.coordinator.consent.Showing}. Nothing here knows what was built.
 */
@NullMarked
package org.vicinal.coordinator.consent;

import org.jspecify.annotations.NullMarked;
