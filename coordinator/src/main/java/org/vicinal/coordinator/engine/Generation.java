package org.vicinal.coordinator.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.vicinal.coordinator.vault.SafeFile;

/**
 * How often this coordinator has been restored from an export: part of every lot id, so that a lot
 * awarded after a restore is never taken for one that the export did not know. Kept in a file
 * beside the log, not in it: it must grow when the log goes back. Safe for any number of threads.
 */
final class Generation implements LongSupplier {
  /** Its name. */
  static final String FILE = "generation";

  private final Path file;
  private volatile long value;

  /** The generation in {@code data}; a new folder begins with 1. Instances share theirs. */
  Generation(Path data) {
    this.file = data.resolve(FILE);
    try {
      this.value =
          Files.exists(file) ? Long.parseLong(Files.readString(file, US_ASCII).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (value == 0) {
      set(1);
    }
  }

  @Override
  public long getAsLong() {
    return value;
  }

  /** From now on it is {@code other}. */
  void set(long other) {
    SafeFile.write(file, Long.toString(other).getBytes(US_ASCII));
    value = other;
  }
}
