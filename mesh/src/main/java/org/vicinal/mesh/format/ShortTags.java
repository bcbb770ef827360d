package org.vicinal.mesh.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;

/**
 * XML whose tags end within a bound: a parser keeps a whole tag in memory, so none may be endless.
 */
final class ShortTags extends FilterInputStream {
  private static final int LONGEST = 1 << 20;
  private int sinceEnd;

  ShortTags(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      see(b);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    for (int i = 0; i < n; i++) {
      see(buffer[offset + i]);
    }
    return n;
  }

  private void see(int b) throws IOException {
    sinceEnd = b == '>' ? 0 : sinceEnd + 1;
    if (sinceEnd > LONGEST) {
      throw new StreamCorruptedException("a tag or text of more than %d bytes".formatted(LONGEST));
    }
  }
}
