package org.vicinal.gcode.meaning;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a LinuxCNC program that says where to go on.
 *
 * @param name of the subroutine, loop or branch, without its {@code o}
 * @param operation {@code sub}, {@code while}, {@code m98} and so on; empty for a bare number
 * @param rest what stands behind it; for {@code m98} how often it is called
 */
record FlowWord(String name, String operation, String rest) {
  private static final Pattern CALL = Pattern.compile("m98p0*(\\d{1,9})(?:l(\\d{1,9}))?");

  /** What a line in plain form says; null if it is an ordinary one. */
  static @Nullable FlowWord find(String plain) {
    return plain.startsWith("o") ? oWord(plain) : fanuc(plain);
  }

  private static FlowWord oWord(String plain) {
    int i = 1;
    if (plain.startsWith("o<")) {
      i = Math.max(2, plain.indexOf('>') + 1);
    } else {
      while (i < plain.length() && Character.isDigit(plain.charAt(i))) {
        i++;
      }
    }
    int to = i;
    while (to < plain.length() && plain.charAt(to) >= 'a' && plain.charAt(to) <= 'z') {
      to++;
    }
    return new FlowWord(plain.substring(1, i), plain.substring(i, to), plain.substring(to));
  }

  /** {@code m98p100l3} calls o100 three times, {@code m99} returns. */
  private static @Nullable FlowWord fanuc(String plain) {
    Matcher call = CALL.matcher(plain);
    if (call.matches()) {
      return new FlowWord(call.group(1), "m98", call.group(2) == null ? "1" : call.group(2));
    }
    return plain.equals("m99") ? new FlowWord("", "m99", "") : null;
  }

  /** Whether a line, as it is written, is such a line. */
  static boolean isIn(String line) {
    return find(withoutNumber(Expression.plain(line))) != null;
  }

  /** A plain line without {@code n10} before what counts. */
  static String withoutNumber(String plain) {
    int i = plain.startsWith("n") ? 1 : 0;
    while (i > 0 && i < plain.length() && isNumeral(plain.charAt(i))) {
      i++;
    }
    return plain.substring(i);
  }

  private static boolean isNumeral(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }
}
