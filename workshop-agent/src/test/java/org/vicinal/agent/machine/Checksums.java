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
      String whole = piece.replaceAll("(?s);.*|\0.*|[\\\\\b]", "").stripLeading();
      boolean command = whole.matches("(?s)[GMT][0-9].*");
      boolean passes = whole.startsWith("N") && right(whole) && !said(whole).equals(said(line));
      if (command || passes) {
        return true;
      }
    }
    return false;
  }

  /** The same for RepRapFirmware, to which the first asterisk begins the checksum. */
  static boolean reprapBlindTo(byte[] sent, byte[] arrives) {
    String line = text(sent).strip();
    if (!line.startsWith("N")) {
      return true;
    }
    for (String piece : text(arrives).split("[\r\n\0]+", -1)) {
      String whole = piece.replaceAll("(?s);.*", "").stripLeading(); // a comment takes the checksum
      boolean command = !whole.startsWith("N") && !whole.isEmpty();
      int star = whole.indexOf('*');
      String digits = star < 0 ? "" : whole.substring(star + 1).replaceAll("(?s)^([0-9]*).*", "$1");
      boolean passes =
          whole.startsWith("N")
              && !said(whole).equals(said(line))
              && (star < 0 || right(said(whole) + "*" + digits));
      if (command || passes) {
        return true;
      }
    }
    return false;
  }

  /** What is carried out of a line: all before its first asterisk. */
  private static String said(String line) {
    int star = line.indexOf('*');
    return star < 0 ? line : line.substring(0, star);
  }

  private static boolean right(String line) {
    int star = line.lastIndexOf('*');
    if (star < 0) {
      return false;
    }
    int sum = line.substring(0, star).chars().reduce(0, (a, c) -> a ^ c) & 0xff;
    String digits = line.substring(star + 1).replaceAll("(?s)^ *([0-9]*).*", "$1");
    return !digits.isEmpty() && digits.length() < 9 && Integer.parseInt(digits) == sum;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
