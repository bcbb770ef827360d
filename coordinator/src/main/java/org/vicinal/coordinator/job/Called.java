package org.vicinal.coordinator.job;

import org.vicinal.messages.id.WorkshopId;

/** A workshop that is asked, and how far it is from the customer. */
public record Called(WorkshopId workshop, double metres) {}
