/**
 * The contract net on the wire: call, bid or refusal, award, acceptance, reports.
 *
 * <p>Start at {@link org.vicinal.messages.net.Call}; {@link org.vicinal.messages.net.Instruction}
 * is what a workshop is told, {@link org.vicinal.messages.net.Seen} what it tells. Every record
 * here has a golden file in the tests.
 */
@NullMarked
package org.vicinal.messages.net;

import org.jspecify.annotations.NullMarked;
