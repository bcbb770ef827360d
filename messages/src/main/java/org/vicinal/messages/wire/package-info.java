/**
 * How the records become bytes, and the names of the topics they travel on.
 *
 * <p>Start at {@link org.vicinal.messages.wire.Json}. Reading tolerates unknown fields (a newer
 * peer), never unknown kinds.
 */
@NullMarked
package org.vicinal.messages.wire;

import org.jspecify.annotations.NullMarked;
