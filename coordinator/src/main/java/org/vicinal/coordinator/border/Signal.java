package org.vicinal.coordinator.border;

import java.time.Instant;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Report;

/**
 * A report that is shown and forgotten: presence, progress, waiting.
 *
 * @param sender by its topic's name
 * @param at append time
 */
public record Signal(WorkshopId sender, Instant at, Report report) {}
