package org.vicinal.coordinator.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that happened, as a sentence.
 *
 * @param rank tells apart what happened in the same instant: how the order begins, what its job
 *     does, how the order ends
 */
public record StoryLine(Instant at, String text, @JsonIgnore int rank) {
  static final int BEGINNING = 0;
  static final int WORK = 1;
  static final int END = 2;
  static final int OBJECTION = 3;

  /** As it happened. */
  static final Comparator<StoryLine> ORDER =
      Comparator.comparing(StoryLine::at).thenComparingInt(StoryLine::rank);
}
