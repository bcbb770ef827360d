package org.vicinal.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.vicinal.gcode.text.ProgramStream;

/**
 * Reduces a program to the bytes that go out: comments, line numbers, checksums and needless spaces
 * off, numbers untouched.
 *
 * <p>What never leaves: an empty line (Marlin would not answer it), a control byte, for GRBL a byte
 * that acts in real time, a line longer than the firmware's limit, a {@code M110} (numbering
 * belongs to the sender). A line that cannot be reduced without changing its meaning is refused,
 * not repaired.
 */
public final class WireForm {
  private WireForm() {}

  /** Opens a file, which may be compressed or binary G-code. */
  public static WireLines open(Path program, Dialect dialect) throws IOException {
    return new WireLines(ProgramStream.open(program), dialect);
  }

  /** Takes over a stream, which may be compressed or binary G-code, and closes it in the end. */
  public static WireLines open(InputStream program, Dialect dialect) throws IOException {
    return new WireLines(ProgramStream.of(program), dialect);
  }
}
