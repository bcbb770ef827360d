/**
 * Who is behind a port: which firmware, what it can do, how large and how fast its machine is.
 *
 * <p>Start at {@link org.vicinal.agent.identity.Identifier}. It asks only questions that neither
 * move nor heat anything and change no setting. Opening a port resets most boards, which nobody can
 * avoid from here; so it is for machines that are doing nothing.
 */
@NullMarked
package org.vicinal.agent.identity;

import org.jspecify.annotations.NullMarked;
