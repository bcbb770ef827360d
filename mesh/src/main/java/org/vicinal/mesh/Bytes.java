package org.vicinal.mesh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that can be read more than once from its beginning. */
public interface Bytes {
  /** How many there are. */
  long length();

  /** A new stream from the beginning; whoever opens it closes it. */
  InputStream open() throws IOException;

  /** The bytes of the file at {@code path}. */
  static Bytes of(Path path) throws IOException {
    long length = Files.size(path);
    return new Bytes() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(path);
      }
    };
  }

  /** These bytes. */
  static Bytes of(byte[] bytes) {
    return new Bytes() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new java.io.ByteArrayInputStream(bytes);
      }
    };
  }
}
