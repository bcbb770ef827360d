/**
 * What the workshop must not forget, and the file that keeps it.
 *
 * <p>Start at {@link org.vicinal.agent.journal.Fact}: everything that is written down, in the past
 * tense. {@link org.vicinal.agent.journal.Memory} is what all facts together come to; it is only
 * ever changed by a fact, so that the memory after a crash is the memory before it. {@link
 * org.vicinal.agent.journal.Journal} is the file: pages of facts, each durable before anything that
 * rests on it is done. {@link org.vicinal.agent.journal.LineMark} keeps, beside it, the one figure
 * that changes too often for a journal: the last line that a machine acknowledged.
 *
 * <p>Nothing here decides anything, and nothing knows of Kafka or of a serial line.
 */
@NullMarked
package org.vicinal.agent.journal;

import org.jspecify.annotations.NullMarked;
