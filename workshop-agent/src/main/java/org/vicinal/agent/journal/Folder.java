package org.vicinal.agent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A data folder, held by one agent at a time. The lock ends with the process, however it ends. */
public final class Folder implements AutoCloseable {
  private final FileChannel channel;

  private Folder(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes {@code path} for this process.
   *
   * @throws IOException when another agent has it
   */
  public static Folder take(Path path) throws IOException {
    Files.createDirectories(path);
    var channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new IOException(
          "Expected %s to be free, but another agent works in it. Stop that one, or give this one another folder (--data)."
              .formatted(path));
    }
    return new Folder(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException e) {
      return null;
    }
  }

  /** Makes names that were given or taken in {@code folder} durable. */
  public static void flush(Path folder) throws IOException {
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
