package org.vicinal.gcode;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * For whom a program was written, from its first pages.
 *
 * @param reason what gave it away
 * @param sure whether something did; otherwise a machine's own dialect counts
 */
record DialectGuess(Dialect dialect, String reason, boolean sure) {
  private static final int ENOUGH = 1 << 12;

  private static final Pattern MILL =
      Pattern.compile(
          "(?im)^[^;(\\n]*(?:G4[0-39]|G5[4-9]|G6[14]|G8[1-9]|G9[34589]|M0?[34]\\b|M0?6\\b|T\\d+ *M0?6)(?![0-9])|^%");

  private static final Pattern EXTRUSION =
      Pattern.compile("(?m)^[ \\t]*(?:N\\d+[ \\t]*)?G[0123]\\b[^;(\\n]*E-?[.0-9]");
  private static final Pattern HEAT =
      Pattern.compile("(?m)^[ \\t]*M(?:104|109|140|190|82|83|106|107)\\b");
  private static final Pattern KLIPPER =
      Pattern.compile("(?m)^[A-Z]+_[A-Z_]+(?: [A-Z_]+=|[ \\t]*$)");
  private static final Pattern PRUSA = Pattern.compile("(?m)^M862\\.[1-9]");
  private static final Pattern REPRAP =
      Pattern.compile("(?m)^(?:M566|M572|M98 P|M558|G10 P\\d+ [SR])");
  private static final Pattern LINUXCNC =
      Pattern.compile(
          "(?im)^[^;(\\n]*(?:#<|#\\d|\\[|\\bo\\d+ |\\bo<|G64\\b|G43\\b|G8[1-9]\\b|M6\\b|[ABC]-?[0-9.])");

  static DialectGuess of(byte[] head) {
    String text = code(head);
    if (KLIPPER.matcher(text).find()) {
      return new DialectGuess(Dialect.KLIPPER, "commands with names", true);
    }
    if (PRUSA.matcher(text).find()) {
      return new DialectGuess(Dialect.PRUSA, "M862", true);
    }
    if (REPRAP.matcher(text).find()) {
      return new DialectGuess(Dialect.REPRAPFIRMWARE, "commands of RepRapFirmware", true);
    }
    if (EXTRUSION.matcher(text).find() || HEAT.matcher(text).find()) {
      return new DialectGuess(Dialect.MARLIN, "extruder and heaters", true);
    }
    if (LINUXCNC.matcher(text).find()) {
      return new DialectGuess(Dialect.LINUXCNC, "commands that GRBL does not know", true);
    }
    return new DialectGuess(Dialect.GRBL, "no extruder, no heaters", MILL.matcher(text).find());
  }

  /** The first lines that are more than a comment. */
  private static String code(byte[] head) {
    var text = new StringBuilder(ENOUGH + 256);
    int from = 0;
    for (int i = 0; i <= head.length && text.length() < ENOUGH; i++) {
      if (i == head.length || head[i] == '\n' || head[i] == '\r') {
        if (i > from && head[from] != ';') {
          text.append(new String(head, from, i - from, StandardCharsets.ISO_8859_1)).append('\n');
        }
        from = i + 1;
      }
    }
    return text.toString();
  }
}
