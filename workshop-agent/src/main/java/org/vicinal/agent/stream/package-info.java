/**
 * One program on one machine, with a person at the terminal and without a network: preflight, the
 * person's word, the run with its bar and its keys, and how it ended.
 *
 * <p>Start at {@link org.vicinal.agent.stream.Stream}. The machine is the same {@code machine}
 * package that works for a coordinator; this one only talks with the person. {@link
 * org.vicinal.agent.stream.RunBook} remembers each run on disk before its first byte.
 */
@NullMarked
package org.vicinal.agent.stream;

import org.jspecify.annotations.NullMarked;
