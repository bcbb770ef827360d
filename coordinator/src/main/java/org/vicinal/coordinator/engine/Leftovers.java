package org.vicinal.coordinator.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RocksDB and H3 unpack their native libraries, 15 MB together, into the folder for temporary files
 * at every start, and take them away at the end; a process that is killed leaves them. A library
 * that a living process has loaded stays loaded when its file is gone.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final String LIBRARIES = "{librocksdbjni,libh3-java}[0-9]*.so";

  private Leftovers() {}

  /** Removes what was unpacked before {@code then}; what is not ours to remove stays. */
  static void sweep(Path temporary, Instant then) {
    int swept = 0;
    try (var files = Files.newDirectoryStream(temporary, LIBRARIES)) {
      for (var file : files) {
        swept += sweepOne(file, then) ? 1 : 0;
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at: {}", temporary, e.toString());
    }
    if (swept > 0) {
      LOG.info("Removed {} libraries that killed processes left in {}", swept, temporary);
    }
  }

  private static boolean sweepOne(Path file, Instant then) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(then)
          && Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("{} stays: {}", file, e.toString());
      return false;
    }
  }
}
