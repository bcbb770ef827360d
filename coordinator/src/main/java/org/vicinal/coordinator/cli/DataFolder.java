package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.vault.SafeFile;
import org.vicinal.messages.config.ConfigurationError;

/** A data folder that only one process uses: locked until closed, and by the kernel when killed. */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Locks {@code path}, which is made when absent.
   *
   * @throws ConfigurationError when another coordinator has it or it cannot be written
   */
  static DataFolder lock(Path path) {
    try {
      SafeFile.makeFolder(path);
      var file = path.resolve("coordinator.lock");
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new ConfigurationError(
            "Expected %s to be free, but another coordinator uses it%s. Stop that one, or choose another folder with --data."
                .formatted(path, holder(path)));
      }
      return new DataFolder(path, channel);
    } catch (IOException | UncheckedIOException e) {
      throw new ConfigurationError(
          "Expected to write in %s, but cannot: %s. Choose another folder with --data."
              .formatted(path, e));
    }
  }

  /**
   * Makes {@code name} in this folder lead to {@code shared}, which other instances use too; every
   * command over this folder finds it there.
   *
   * @throws ConfigurationError when something else is at {@code name}
   */
  void share(String name, Path shared) {
    var link = path.resolve(name);
    var target = shared.toAbsolutePath().normalize();
    try {
      SafeFile.makeFolder(target);
      if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(link, target);
      } else if (!Files.isSameFile(link, target)) {
        throw new ConfigurationError(
            "Expected %s to be absent or to lead to %s, but it is another folder. Move what is in it there and remove it, or leave out --%s."
                .formatted(link, target, name));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ConfigurationError(
          "Expected to share %s as %s, but cannot: %s.".formatted(target, link, e));
    }
  }

  /** Tells other commands on this machine where the coordinator of this folder is. */
  void tell(String address) {
    SafeFile.write(
        path.resolve("address"),
        (address + "\n" + ProcessHandle.current().pid() + "\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Where the coordinator of {@code folder} is, as it last told; null when none ever started. */
  static @Nullable String addressIn(Path folder) {
    var file = folder.resolve("address");
    try {
      return Files.exists(file) ? Files.readAllLines(file).getFirst() : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String holder(Path path) {
    try {
      return " (process " + Files.readAllLines(path.resolve("address")).get(1) + ")";
    } catch (IOException | IndexOutOfBoundsException e) {
      return "";
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another coordinator in this very process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
