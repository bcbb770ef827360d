/**
 * Who is at the other end of a request, and how they prove it.
 *
 * <p>Start at {@link org.vicinal.coordinator.caller.Caller}. {@link
 * org.vicinal.coordinator.caller.Tokens} makes and reads bearer tokens; {@link
 * org.vicinal.coordinator.caller.Guests} knows the secret links of customers without an account.
 * Sign-in pages and passkeys will end here too: each is another way to a {@code Caller}. This
 * package knows nothing of HTTP.
 */
@NullMarked
package org.vicinal.coordinator.caller;

import org.jspecify.annotations.NullMarked;
