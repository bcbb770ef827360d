package org.vicinal.coordinator.view;

import java.time.Instant;
import org.vicinal.messages.id.PersonId;

/** One version of the rules: when it was enacted, by which steward, and why. */
public record Enacted(int version, Instant at, PersonId author, String reason) {}
