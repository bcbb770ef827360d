package org.vicinal.coordinator.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The material that a slicer notes in a program, as {@code ; filament_type = PLA}. */
public final class SlicedFor {
  private static final String KEY = "filament_type";

  private SlicedFor() {}

  /** The material; empty when no comment tells, or several tell different ones. */
  public static String material(InputStream program) throws IOException {
    var found = "";
    var lines =
        new BufferedReader(new InputStreamReader(program, StandardCharsets.ISO_8859_1), 1 << 16);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      int equals = line.startsWith(";") && line.length() < 300 ? line.indexOf('=') : -1;
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
}
