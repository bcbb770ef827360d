package org.vicinal.agent.firmware;

import java.nio.charset.StandardCharsets;

/** {@code N12 G28*20}: a line as Marlin checks it. */
final class NumberedLine {

  private NumberedLine() {}

  /** The bytes for the wire: number, text, the XOR of everything before the star, line end. */
  static byte[] of(long number, String text) {
    byte[] head = ("N" + number + " ").getBytes(StandardCharsets.ISO_8859_1);
    byte[] line = new byte[length(number, text) + 1];
    System.arraycopy(head, 0, line, 0, head.length);
    int at = head.length;
    for (int i = 0; i < text.length(); i++) {
      line[at++] = (byte) text.charAt(i);
    }
    int checksum = 0;
    for (int i = 0; i < at; i++) {
      checksum ^= line[i];
    }
    line[at] = '*';
    line[line.length - 1] = '\n';
    int digits = checksum & 0xff;
    for (int i = line.length - 2; i > at; i--, digits /= 10) {
      line[i] = (byte) ('0' + digits % 10);
    }
    return line;
  }

  /** How long it will be, without its end. */
  static int length(long number, String text) {
    int sum = 'N' ^ ' ';
    int digits = 0;
    for (long rest = number; digits == 0 || rest > 0; rest /= 10, digits++) {
      sum ^= (int) ('0' + rest % 10);
    }
    for (int i = 0; i < text.length(); i++) {
      sum ^= text.charAt(i) & 0xff;
    }
    int checksum = sum & 0xff;
    return 1 + digits + 1 + text.length() + 1 + (checksum < 10 ? 1 : checksum < 100 ? 2 : 3);
  }
}
