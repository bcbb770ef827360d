package org.vicinal.coordinator.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room for more orders. A broker whose disk is full ends its process. */
public final class Space {
  private final Path data;
  private final long floor;

  Space(Path data, long floor) {
    this.data = data;
    this.floor = floor;
  }

  /** Whether new orders may be taken; false also when the disk cannot be asked. */
  public boolean enough() {
    return freeBytes() >= floor;
  }

  /** The free space under the data folder in bytes; 0 when it cannot be asked. */
  public long freeBytes() {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  /** What to tell a customer when there is not {@link #enough}. */
  public String problem() {
    return "Expected at least %,d bytes free under %s, but found %,d. Free some space, or lower --min-free."
        .formatted(floor, data, freeBytes());
  }
}
