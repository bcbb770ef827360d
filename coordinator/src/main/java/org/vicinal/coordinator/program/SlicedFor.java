package org.vicinal.coordinator.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The material that a slicer notes in a program, as {@code ; filament_type = PLA}. */
public final class SlicedFor {
  private static final String KEY = "filament_type";
  private static final int LONGEST = 300;

  private SlicedFor() {}

  /** The material; empty when no comment tells, or several tell different ones. */
  public static String material(InputStream program) throws IOException {
    var found = "";
    var in = new BufferedInputStream(program, 1 << 16);
    for (var line = comment(in); line != null; line = comment(in)) {
      int equals = line.indexOf('=');
      if (equals > 0 && line.substring(1, equals).strip().equals(KEY)) {
        for (var word : line.substring(equals + 1).split("[;,]", -1)) {
          var material = word.strip();
          if (!material.isEmpty() && !found.isEmpty() && !material.equals(found)) {
            return "";
          }
          found = material.isEmpty() ? found : material;
        }
      }
    }
    return found;
  }

  /** The next line that begins with a semicolon, at most its first bytes; null at the end. */
  private static @Nullable String comment(InputStream in) throws IOException {
    for (int c = in.read(); c >= 0; c = in.read()) {
      var line = new StringBuilder();
      boolean comment = c == ';';
      while (c >= 0 && c != '\n') {
        if (comment && line.length() < LONGEST) {
          line.append((char) c);
        }
        c = in.read();
      }
      if (comment) {
        return line.toString();
      }
    }
    return null;
  }
}
