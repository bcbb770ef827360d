/**
 * The broker and what is asked of any broker: its topics, its accounts, how to connect.
 *
 * <p>Start at {@code EmbeddedBroker}, the one class that touches Kafka's server, and {@code
 * TopicPlan}. Nothing here knows what is in the records.
 */
@NullMarked
package org.vicinal.coordinator.broker;

import org.jspecify.annotations.NullMarked;
