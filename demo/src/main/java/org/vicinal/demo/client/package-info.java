/**
 * The coordinator's API, as somebody outside uses it.
 *
 * <p>Start at {@link org.vicinal.demo.client.Coordinator}. It imports nothing of the coordinator
 * itself.
 */
@NullMarked
package org.vicinal.demo.client;

import org.jspecify.annotations.NullMarked;
