package org.vicinal.agent.upload;

import java.nio.charset.StandardCharsets;
import org.vicinal.messages.wire.Json;

/**
 * What a slicer is answered.
 *
 * @param contentType empty when there is no body
 * @param location where what was made can be asked for; empty when nothing was
 */
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
record Reply(int status, String contentType, byte[] body, String location) {
  static Reply json(int status, Object body) {
    return new Reply(status, "application/json", Json.WIRE.write(body), "");
  }

  static Reply nothing() {
    return new Reply(204, "", new byte[0], "");
  }

  static Reply sentence(int status, String text) {
    return new Reply(
        status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), "");
  }

  Reply at(String where) {
    return new Reply(status, contentType, body, where);
  }
}
