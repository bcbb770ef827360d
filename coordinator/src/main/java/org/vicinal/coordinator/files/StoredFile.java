package org.vicinal.coordinator.files;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file that is there. */
public interface StoredFile {
  /** How many there are. */
  long bytes();

  /**
   * The bytes from position {@code from} on; to be closed.
   *
   * @throws IOException when the disk fails or what it holds is not what was written
   */
  InputStream open(long from) throws IOException;
}
