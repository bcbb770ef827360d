package org.vicinal.coordinator.program;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef.Role;

/**
 * A file as somebody names it in a request.
 *
 * @param role null when its name is to tell
 * @param controller what they think it is written for; null when its bytes are to tell
 */
public record Brought(
    String name, @Nullable Role role, Digest digest, @Nullable Controller controller) {
  /** What it is for. */
  Role roleOrByName() {
    if (role != null) {
      return role;
    }
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "gcode", "g", "gco", "gc", "nc", "ngc", "tap", "cnc", "bgcode" -> Role.PROGRAM;
      case "stl", "3mf", "obj", "step", "stp", "amf" -> Role.MODEL;
      case "scad", "fcstd", "f3d", "blend", "py", "svg", "dxf" -> Role.SOURCE;
      default -> Role.DOCUMENT;
    };
  }
}
