package org.vicinal.agent.workshop;

import java.time.Instant;
import java.util.Locale;
import org.vicinal.agent.journal.AnsweredCall;

/**
 * A call that was answered, as a person looks at it.
 *
 * @param closesAt until when it may be answered otherwise
 * @param answer {@code bid}, {@code refused}, {@code withdrawn} or {@code silent}
 * @param words the bid in words, or the reason
 */
public record SaidCall(
    String job,
    String title,
    int pieces,
    String material,
    Instant wanted,
    Instant closesAt,
    String answer,
    String words) {
  static SaidCall of(AnsweredCall answered) {
    var call = answered.call();
    return new SaidCall(
        call.job().value(),
        call.title(),
        call.pieces(),
        call.requirement().material(),
        call.wanted(),
        call.closesAt(),
        answered.kind().name().toLowerCase(Locale.ROOT),
        answered.words());
  }
}
