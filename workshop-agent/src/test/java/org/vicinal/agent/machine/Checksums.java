package org.vicinal.agent.machine;

import java.nio.charset.StandardCharsets;

/** What an 8-bit XOR over a line with its number can see, judged from outside. */
final class Checksums {

  private Checksums() {}

  /**
   * Whether a printer that gets these bytes instead of a numbered line could take a command from
   * them: an unnumbered piece that is one, or a numbered piece whose checksum is right although the
   * line is another.
   */
  static boolean blindTo(byte[] sent, byte[] arrives) {
    String line = text(sent).strip();
    if (!line.startsWith("N")) {
      return true; // not under a checksum at all
    }
    for (String piece : text(arrives).split("[\r\n]+", -1)) {
      String whole = piece.replaceAll(";.*|[\\\\\b]", "").stripLeading();
      boolean other = !whole.equals(line) && !text(sent).isBlank();
      if (other && (whole.matches("[GMT][0-9].*") || (whole.startsWith("N") && right(whole)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean right(String line) {
    int star = line.lastIndexOf('*');
    if (star < 0) {
      return false;
    }
    int sum = line.substring(0, star).chars().reduce(0, (a, c) -> a ^ c) & 0xff;
    String digits = line.substring(star + 1).replaceAll("^ *([0-9]*).*", "$1");
    return !digits.isEmpty() && digits.length() < 9 && Integer.parseInt(digits) == sum;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
