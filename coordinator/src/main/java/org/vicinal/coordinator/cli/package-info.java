/**
 * The programs that people start: {@code coordinator} with its subcommands, and {@code order}.
 *
 * <p>Start at {@link org.vicinal.coordinator.cli.CoordinatorMain}; {@link
 * org.vicinal.coordinator.cli.Coordinator} is the running whole, for whoever wants one in their own
 * process. {@link org.vicinal.coordinator.cli.OrderMain} is a client of the API and knows nothing
 * else.
 */
@NullMarked
package org.vicinal.coordinator.cli;

import org.jspecify.annotations.NullMarked;
