package org.vicinal.coordinator.decide;

import org.jspecify.annotations.Nullable;

/**
 * A refusal, for the person who asked.
 *
 * @param reason a sentence: expected, found, next step
 * @param field the field of the request it is about, such as {@code pieces}; null when it is about
 *     the whole
 */
public record Rejection(Kind kind, String reason, @Nullable String field) {
  /** Why, as far as a program must know. */
  public enum Kind {
    /** The command makes no sense as it is (422). */
    INVALID,
    /** The command is not for this state (409). */
    CONFLICT,
    /** The command is not for this person (403). */
    FORBIDDEN,
    /** There is no such thing (404). */
    UNKNOWN,
    /** Too much in a short time; later it may be taken (429). */
    TOO_MUCH
  }
}
