/**
 * Sends notices: mail by SMTP, and webhooks signed as the Standard Webhooks specification has it.
 *
 * <p>Start at {@link org.vicinal.coordinator.post.Postman}. What is to be sent comes from the log,
 * and how it went goes back there; nothing is kept here, so a process may die at any moment.
 */
@NullMarked
package org.vicinal.coordinator.post;

import org.jspecify.annotations.NullMarked;
