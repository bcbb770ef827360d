package org.vicinal.coordinator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;

/**
 * The room left on the disk of the data: below the floor nothing new is taken, so that what was
 * promised can still be written down.
 */
final class Space {
  private final Path folder;
  private final long floor;

  /**
   * @param floor in bytes
   */
  Space(Path folder, long floor) {
    this.folder = folder;
    this.floor = floor;
  }

  /** 507 when there is less than the floor. */
  void demand() {
    long free = free();
    if (free < floor) {
      throw Problem.of(
          HttpStatus.INSUFFICIENT_STORAGE,
          "Expected at least %,d MB free for new orders and files, but found %,d MB. What is under way goes on; ask the steward to make room."
              .formatted(floor / 1_000_000, free / 1_000_000));
    }
  }

  /** Usable bytes. */
  long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
