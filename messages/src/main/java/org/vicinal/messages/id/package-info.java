/**
 * The names of things: checked once, when they are made, so that past the edge no bare string
 * travels.
 *
 * <p>Start at {@link org.vicinal.messages.id.Name}, which holds the one rule. This package knows
 * nothing else.
 */
@NullMarked
package org.vicinal.messages.id;

import org.jspecify.annotations.NullMarked;
