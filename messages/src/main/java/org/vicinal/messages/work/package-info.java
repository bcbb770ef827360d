/**
 * What is to be made: the requirement of a part, the files that belong to it, and what it costs.
 *
 * <p>Start at {@link org.vicinal.messages.work.Requirement}. Nothing here knows who makes it.
 */
@NullMarked
package org.vicinal.messages.work;

import org.jspecify.annotations.NullMarked;
