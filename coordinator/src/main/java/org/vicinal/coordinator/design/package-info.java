/**
 * What can be made, and how: designs and their releases.
 *
 * <p>Start at {@link org.vicinal.coordinator.design.Release}. A release never changes; a better one
 * is a new one. Nothing here knows who ordered or built it.
 */
@NullMarked
package org.vicinal.coordinator.design;

import org.jspecify.annotations.NullMarked;
