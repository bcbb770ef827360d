package org.vicinal.gcode.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out by the first bytes how a program is packed and gives its plain text. */
public final class ProgramStream {
  private ProgramStream() {}

  /** Opens a file. */
  public static InputStream open(Path program) throws IOException {
    InputStream raw = Files.newInputStream(program);
    try {
      return of(raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** Whether a file holds its text as it is, so that one may jump to its end. */
  public static boolean isPlain(Path program) throws IOException {
    byte[] magic = new byte[4];
    try (InputStream in = Files.newInputStream(program)) {
      in.readNBytes(magic, 0, 4);
    }
    boolean gzip = magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    return !gzip && !(magic[0] == 'G' && magic[1] == 'C' && magic[2] == 'D' && magic[3] == 'E');
  }

  /** Takes over a stream. */
  public static InputStream of(InputStream raw) throws IOException {
    var in = new BufferedInputStream(raw, 1 << 16);
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return Gunzip.of(in);
    }
    if (magic.length == 4
        && magic[0] == 'G'
        && magic[1] == 'C'
        && magic[2] == 'D'
        && magic[3] == 'E') {
      return new Bgcode(in);
    }
    return in;
  }
}
