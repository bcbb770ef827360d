package org.vicinal.gcode.text;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip file as plain text; damage is an {@link IOException} that says what to do. */
final class Gunzip extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private Gunzip(GZIPInputStream in) {
    super(in);
  }

  static Gunzip of(InputStream packed) throws IOException {
    try {
      return new Gunzip(new GZIPInputStream(packed, BUFFER));
    } catch (EOFException | ZipException e) {
      throw damaged("beginning", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    try {
      return super.read(to, offset, length);
    } catch (EOFException | ZipException e) {
      throw damaged("end or middle", e);
    }
  }

  private static IOException damaged(String where, IOException cause) {
    return new IOException(
        "Expected a whole gzip file, found a broken " + where + ". Fetch the file again.", cause);
  }
}
