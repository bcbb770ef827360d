/**
 * What a customer is told by mail or webhook, once each.
 *
 * <p>Start at {@link org.vicinal.coordinator.notice.NoticeDecider}: the outbox of an order. What is
 * to be sent is an event; that it was sent, or why not, is one, too. Only sealed addresses come
 * here; who opens them and sends is outside of the core.
 */
@NullMarked
package org.vicinal.coordinator.notice;

import org.jspecify.annotations.NullMarked;
