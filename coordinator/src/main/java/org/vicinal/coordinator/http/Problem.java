package org.vicinal.coordinator.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.vicinal.coordinator.decide.Rejection;

/**
 * A request that cannot be answered as it was meant: RFC 9457 problem details with our fields.
 *
 * <p>Thrown by handlers, written by {@link Problems}.
 */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Body body;

  /**
   * What goes out as {@code application/problem+json}.
   *
   * @param detail a sentence: what is wrong and what to do
   * @param field the field of the request it is about, such as {@code place.latitude}
   * @param expected what the field should hold
   * @param found what it held
   */
  record Body(
      String type,
      String title,
      int status,
      String detail,
      @Nullable String field,
      @Nullable String expected,
      @Nullable String found) {}

  private Problem(
      HttpStatus status,
      String detail,
      @Nullable String field,
      @Nullable String expected,
      @Nullable String found) {
    super(detail, null, false, false);
    this.body =
        new Body(
            "about:blank",
            status.getReasonPhrase(),
            status.value(),
            detail,
            field,
            expected,
            found);
  }

  Body body() {
    return body;
  }

  static Problem of(HttpStatus status, @Nullable String detail) {
    return new Problem(status, said(detail), null, null, null);
  }

  /** 422: this field of the request holds something else than expected. */
  static Problem field(String field, String expected, @Nullable Object found) {
    var shown = found == null ? "nothing" : shortened(found.toString());
    var quoted = found == null ? shown : "\"" + shown + "\"";
    return new Problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "Expected %s in %s, but found %s.".formatted(expected, field, quoted),
        field,
        expected,
        shown);
  }

  /** 422 with a sentence that already says what was expected. */
  static Problem invalid(String field, @Nullable String detail) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, said(detail), field, null, null);
  }

  /** 404. */
  static Problem unknown(String what) {
    return of(HttpStatus.NOT_FOUND, what);
  }

  /** 401: nobody we know asks for something that needs a name. */
  static Problem whoAreYou(String why) {
    return of(HttpStatus.UNAUTHORIZED, why);
  }

  /** 403. */
  static Problem forbidden(String why) {
    return of(HttpStatus.FORBIDDEN, why);
  }

  /** What a decider answered. */
  static Problem of(Rejection rejection) {
    var status =
        switch (rejection.kind()) {
          case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
          case CONFLICT -> HttpStatus.CONFLICT;
          case TOO_MUCH -> HttpStatus.TOO_MANY_REQUESTS;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case UNKNOWN -> HttpStatus.NOT_FOUND;
        };
    return new Problem(status, rejection.reason(), rejection.field(), null, null);
  }

  private static String said(@Nullable String detail) {
    return detail == null ? "It is not possible." : detail;
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
