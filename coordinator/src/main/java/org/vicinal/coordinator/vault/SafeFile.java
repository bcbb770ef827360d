package org.vicinal.coordinator.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that are there whole or not at all, also after a power cut, and that only we may read:
 * written beside, flushed, moved.
 */
public final class SafeFile {
  private SafeFile() {}

  /** Makes {@code folder} and its parents, for our user only where the file system can say so. */
  public static void makeFolder(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        return;
      }
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts {@code bytes} at {@code path}, in the place of what was there. */
  public static void write(Path path, byte[] bytes) {
    var folder = folderOf(path);
    makeFolder(folder);
    try {
      var temporary = Files.createTempFile(folder, ".new-", ".tmp"); // rw------- by its contract
      try {
        overwrite(temporary, bytes);
        moveInto(temporary, path);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts {@code bytes} at {@code path} when nothing is there; never half of them, whoever else does
   * the same.
   *
   * @return whether it was us
   */
  static boolean writeNew(Path path, byte[] bytes) {
    var folder = folderOf(path);
    makeFolder(folder);
    try {
      var temporary = Files.createTempFile(folder, ".new-", ".tmp");
      try {
        overwrite(temporary, bytes);
        Files.createLink(path, temporary); // fails when the name is taken
        flush(folder);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes over the bytes of an existing file in place, and flushes them. */
  static void overwrite(Path path, byte[] bytes) {
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves a flushed file to its name, and flushes the name. */
  public static void moveInto(Path flushed, Path path) throws IOException {
    Files.move(flushed, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flush(folderOf(path));
  }

  private static void flush(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system lets a folder be opened; the move itself is done.
      return;
    }
  }

  private static Path folderOf(Path path) {
    var folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("Expected a file, but found " + path + ".");
    }
    return folder;
  }
}
