package org.vicinal.coordinator.job;

import org.vicinal.messages.id.WorkshopId;

/** What a customer takes of the bids: so many pieces from this workshop. */
public record Pick(WorkshopId workshop, int pieces) {}
