package org.vicinal.coordinator.consent;

/** What somebody has said last; {@code asked} is false when they have said nothing. */
public record ConsentState(boolean asked, Showing showing) {}
