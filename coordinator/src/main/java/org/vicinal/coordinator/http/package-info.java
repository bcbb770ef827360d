/**
 * The API under {@code /api/v1}, the live streams, the health and the page.
 *
 * <p>Start at {@link org.vicinal.coordinator.http.Routes}: every address with the method that
 * answers it. {@link org.vicinal.coordinator.http.HttpServer} starts and stops the lot. Handlers
 * read views, ask commands and move bytes; they decide nothing that a decider could.
 */
@NullMarked
package org.vicinal.coordinator.http;

import org.jspecify.annotations.NullMarked;
