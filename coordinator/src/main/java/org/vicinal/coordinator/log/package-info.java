/**
 * How commands, events and answers lie in their topics: keys, headers, and how to append and read.
 *
 * <p>Start at {@link org.vicinal.coordinator.log.LogRecords}. The bytes themselves are the noun's
 * ({@link org.vicinal.coordinator.wiring.Nouns}); who decides is the engine's.
 */
@NullMarked
package org.vicinal.coordinator.log;

import org.jspecify.annotations.NullMarked;
