package org.vicinal.gcode.meaning;

import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.text.Oddity;
import org.vicinal.gcode.text.WordReader;

/** Findings about how a line is written, whatever it means. */
final class WrittenForm {
  private WrittenForm() {}

  /** A checksum is for firmware that counts lines. */
  static void checkStar(WordReader words, Dialect dialect, Findings findings) {
    if (dialect.mill() && findings.wants(Rule.UNEXPECTED_CHECKSUM)) {
      findings.add(
          Rule.UNEXPECTED_CHECKSUM,
          words.starIndex() + 1,
          "Expected no checksum for " + dialect + ", found '*'. Remove it: " + words.text());
    }
  }

  static void check(WordReader words, Dialect dialect, Findings findings) {
    int flags = words.flags();
    if ((flags & Oddity.TRUNCATED) != 0) {
      findings.add(
          Rule.LINE_TOO_LONG,
          0,
          "Expected a line that a machine can take, found more than 256 kB. Split it: "
              + words.text());
    }
    if ((flags & Oddity.EXPONENT) != 0) {
      findings.add(
          Rule.SCIENTIFIC_NOTATION,
          0,
          "Expected plain numbers, found what looks like an exponent; machines read the E as a word. Write the number out: "
              + words.text());
    }
    if ((flags & Oddity.TOO_MANY_WORDS) != 0) {
      findings.add(
          Rule.TOO_MANY_WORDS,
          0,
          "Expected at most "
              + WordReader.MAX_WORDS
              + " words in a line. Split it: "
              + words.text());
    }
    if ((flags & Oddity.BOM) != 0) {
      findings.add(
          Rule.BYTE_ORDER_MARK,
          1,
          "The file begins with a byte order mark, which some firmware takes for a command. Save it without.");
    }
    if ((flags & Oddity.CONTROL_BYTE) != 0) {
      checkNul(words, findings);
    }
    if (dialect.mill()) {
      checkMill(words, dialect, findings);
    } else {
      checkPrinter(words, dialect, findings);
    }
  }

  /** Firmware and rs274 end a line at a NUL, also within a comment. */
  private static void checkNul(WordReader words, Findings findings) {
    for (int i = 0; i < words.length(); i++) {
      if (words.byteAt(i) == 0 && findings.wants(Rule.CONTROL_BYTE)) {
        findings.add(
            Rule.CONTROL_BYTE,
            i + 1,
            "Expected text, found the byte 0x00, behind which firmware loses the line. Remove it: "
                + words.text());
        return;
      }
    }
  }

  /**
   * Counts what is left when the line goes out: without spaces and comments where the firmware
   * drops them first.
   */
  static void checkLength(WordReader words, Dialect dialect, int ownLimit, Findings findings) {
    int length = 0;
    int end = words.length();
    if (dialect != Dialect.LINUXCNC) {
      end =
          words.commentIndex() >= 0 && words.byteAt(words.commentIndex()) == ';'
              ? words.commentIndex()
              : end;
    }
    boolean comment = false;
    for (int i = 0; i < end; i++) {
      int c = words.byteAt(i);
      comment |= c == '(' && dialect.realtimeBytes();
      boolean dropped = comment || (dialect.realtimeBytes() && c <= ' ');
      length += dropped ? 0 : 1;
      comment &= c != ')';
    }
    if (words.length() > ownLimit && findings.wants(Rule.LINE_TOO_LONG)) {
      findings.add(
          Rule.LINE_TOO_LONG,
          0,
          "Expected at most "
              + ownLimit
              + " bytes in a line, as was asked, found "
              + words.length()
              + ". Split the line: "
              + words.text());
    } else if (length > dialect.payloadLimit() && findings.wants(Rule.LINE_TOO_LONG)) {
      findings.add(
          Rule.LINE_TOO_LONG,
          0,
          "Expected at most "
              + dialect.payloadLimit()
              + " bytes for "
              + dialect
              + ", found "
              + length
              + ", of which the firmware would lose the rest. Split the line: "
              + words.text());
    }
  }

  private static void checkMill(WordReader words, Dialect dialect, Findings findings) {
    int flags = words.flags();
    if ((flags & Oddity.NESTED) != 0) {
      findings.add(
          Rule.BAD_COMMENT,
          words.commentIndex() + 1,
          "Expected one pair of parentheses around a comment, found one within another; the machine ends it at the first ')'. Remove the inner pair: "
              + words.text());
    }
    if ((flags & Oddity.UNCLOSED) != 0) {
      findings.add(
          dialect == Dialect.LINUXCNC ? Rule.BAD_COMMENT : Rule.UNCLOSED_COMMENT,
          words.commentIndex() + 1,
          "Expected ')' at the end of the comment, found none. Close it: " + words.text());
    }
    if ((flags & Oddity.PERCENT) != 0 && !words.text().strip().equals("%")) {
      findings.add(
          Rule.UNEXPECTED_BYTE, 1, "Expected '%' alone in its line, found more: " + words.text());
    } else if ((flags & Oddity.PERCENT) != 0 && dialect != Dialect.LINUXCNC) {
      findings.add(
          Rule.PERCENT_SIGN,
          1,
          "Expected a command, found '%'. It is left out when the program is sent; remove it.");
    }
    if ((flags & Oddity.BLOCK_DELETE) != 0) {
      findings.add(
          Rule.BLOCK_DELETE,
          1,
          "The line begins with '/': some machines leave it out, "
              + dialect
              + " executes it. Delete the line or the slash: "
              + words.text());
    }
  }

  private static void checkPrinter(WordReader words, Dialect dialect, Findings findings) {
    int flags = words.flags();
    if ((flags & Oddity.PARENTHESES) != 0 && dialect != Dialect.REPRAPFIRMWARE) {
      findings.add(
          Rule.FOREIGN_COMMENT,
          words.commentIndex() + 1,
          "Expected comments after ';', found one in parentheses, which "
              + dialect
              + " may read as commands. Use ';': "
              + words.text());
    }
    if ((flags & Oddity.LOWER_CASE) != 0
        && (dialect == Dialect.MARLIN || dialect == Dialect.PRUSA)
        && (flags & Oddity.NAMED) == 0) {
      findings.add(
          Rule.LOWER_CASE,
          0,
          "Expected capital letters, found small ones, which Marlin ignores unless built for them: "
              + words.text());
    }
    if ((flags & (Oddity.PERCENT | Oddity.BLOCK_DELETE)) != 0) {
      findings.add(
          Rule.UNEXPECTED_BYTE,
          1,
          "Expected a command, found '%' or '/', which are for mills. Remove it: " + words.text());
    }
  }

  /** GRBL acts on these wherever they stand, also within a comment. */
  static void checkRealtime(WordReader words, Findings findings) {
    for (int i = 0; i < words.length(); i++) {
      int c = words.byteAt(i);
      if ((c >= 0x80 || c == '?' || c == '!' || c == '~' || c == 0x18)
          && findings.wants(Rule.REALTIME_BYTE)) {
        String shown = c > ' ' && c < 0x7f ? "'" + (char) c + "'" : "0x%02x".formatted(c);
        findings.add(
            Rule.REALTIME_BYTE,
            i + 1,
            "Found "
                + shown
                + ", on which GRBL acts at once, even in a comment. Replace it with a plain character: "
                + words.text());
        return;
      }
    }
  }
}
