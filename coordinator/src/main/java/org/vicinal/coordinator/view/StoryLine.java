package org.vicinal.coordinator.view;

import java.time.Instant;

/** Something that happened, as a sentence. */
public record StoryLine(Instant at, String text) {}
