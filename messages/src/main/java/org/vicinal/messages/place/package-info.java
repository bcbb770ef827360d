/**
 * Where things are, how far apart, and the rings in which a call goes outwards.
 *
 * <p>Start at {@link org.vicinal.messages.place.Ring}. Places here are already coarse: exact
 * addresses never reach a message.
 */
@NullMarked
package org.vicinal.messages.place;

import org.jspecify.annotations.NullMarked;
