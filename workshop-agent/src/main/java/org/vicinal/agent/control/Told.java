package org.vicinal.agent.control;

import java.nio.charset.StandardCharsets;
import org.vicinal.messages.wire.Json;

/** What an HTTP request is answered: its status, the kind of its body and the body. */
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
record Told(int status, String contentType, byte[] body) {

  /**
   * What was refused or went wrong, as RFC 9457 has it.
   *
   * @param detail what was expected, what was found, what to do
   */
  record Problem(String type, String title, int status, String detail) {}

  static Told json(Object body) {
    return new Told(200, "application/json", Json.WIRE.write(body));
  }

  static Told text(String contentType, String text) {
    return new Told(200, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  static Told problem(int status, String detail) {
    var title =
        switch (status) {
          case 400 -> "Not understood";
          case 401 -> "Not allowed";
          case 404 -> "Not here";
          case 409 -> "Refused";
          case 503 -> "Not answered";
          default -> "Failed";
        };
    var problem = new Problem("about:blank", title, status, detail);
    return new Told(status, "application/problem+json", Json.WIRE.write(problem));
  }
}
