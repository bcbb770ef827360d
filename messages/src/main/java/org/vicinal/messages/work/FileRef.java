package org.vicinal.messages.work;

import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.Digest;

/**
 * A file by name, role and content; the bytes stay where they are and are fetched over HTTP.
 *
 * @param name for people, such as {@code hook-mk3s.gcode}
 * @param bytes the length of the content
 * @param controller for a {@link Role#PROGRAM}: the family of firmware it is written for; otherwise
 *     null
 */
public record FileRef(
    String name, Role role, Digest digest, long bytes, @Nullable Controller controller) {
  /** What a file is for. */
  public enum Role {
    /** G-code, ready to run. */
    PROGRAM,
    /** A mesh. */
    MODEL,
    /** What the design was drawn in. */
    SOURCE,
    /** What people read: pictures, setup sheets, instructions. */
    DOCUMENT
  }

  public FileRef {
    if (bytes < 0 || name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException(
          "Expected a file name of 1 to 200 characters and a length from 0 bytes.");
    }
    if ((role == Role.PROGRAM) != (controller != null)) {
      throw new IllegalArgumentException(
          "Expected a controller for a program, and for nothing else: " + name + ".");
    }
  }
}
