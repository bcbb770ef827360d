package org.vicinal.coordinator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as tests send them. */
final class Bodied {
  static final byte[] PRINT =
      """
      ; a small hook
      G21
      G90
      M82
      M140 S60
      M104 S210
      M190 S60
      M109 S210
      G28
      G92 E0
      G1 Z0.2 F600
      G1 X50 Y50 F6000
      G1 X80 Y50 E1.2 F1200
      G1 X80 Y70 E2.0
      G1 X50 Y70 E3.2
      G1 X50 Y50 E4.0
      G1 Z10 F600
      G1 X80 Y50 E5.2 F1200
      M104 S0
      M140 S0
      M84
      """
          .getBytes(UTF_8);

  private Bodied() {}

  /** An order for files of one's own. */
  static Map<String, Object> order(String digest) {
    var body = new LinkedHashMap<String, Object>();
    body.put("files", List.of(Map.of("name", "hook.gcode", "digest", digest)));
    body.put("title", "Hook");
    body.put("material", "PLA");
    body.put("origin", Map.of("source", "own"));
    body.put("pieces", 1);
    body.put("wanted", tomorrow());
    body.put("place", Map.of("latitude", 51.454_321, "longitude", -0.978_765));
    body.put("contact", "ana@example.org");
    body.put("note", "ring twice");
    return body;
  }

  static Map<String, Object> release(String digest) {
    return Map.of(
        "title",
        "Wall hook",
        "licence",
        "CERN-OHL-S-2.0",
        "description",
        "Holds a coat.",
        "material",
        "PLA",
        "files",
        List.of(Map.of("name", "hook.gcode", "digest", digest)));
  }

  static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    var changed = new LinkedHashMap<>(body);
    changed.put(field, value);
    return changed;
  }

  static Map<String, Object> without(Map<String, Object> body, String field) {
    var changed = new LinkedHashMap<>(body);
    changed.remove(field);
    return changed;
  }

  static String tomorrow() {
    return Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
