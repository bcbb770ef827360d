/**
 * The way to the coordinator: calls and instructions come in, reports go out, files are fetched.
 *
 * <p>Start at {@link org.vicinal.agent.network.Border}, which is all that the workshop's loop sees;
 * {@link org.vicinal.agent.network.KafkaBorder} is the real one. Nothing here decides anything, and
 * nothing here is safe to rely on: the network may be away for hours, and whatever was told comes
 * at least once.
 */
@NullMarked
package org.vicinal.agent.network;

import org.jspecify.annotations.NullMarked;
