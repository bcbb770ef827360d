package org.vicinal.agent.firmware;

import java.nio.charset.StandardCharsets;

/** {@code N12 G28*20}: a line as Marlin checks it. */
final class NumberedLine {

  private NumberedLine() {}

  /** The bytes for the wire: number, text, the XOR of everything before the star, line end. */
  static byte[] of(long number, String text) {
    String body = "N" + number + " " + text;
    int checksum = 0;
    for (byte b : body.getBytes(StandardCharsets.ISO_8859_1)) {
      checksum ^= b;
    }
    return (body + "*" + (checksum & 0xff) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** How long it will be, without its end. */
  static int length(long number, String text) {
    return of(number, text).length - 1;
  }
}
