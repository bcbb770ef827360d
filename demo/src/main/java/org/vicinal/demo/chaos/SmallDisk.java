package org.vicinal.demo.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system of its own in memory, small enough to be filled; it is gone with the last process
 * that sees it.
 *
 * <p>Whoever may make one (Linux: {@code unshare --map-root-user --mount}, which most systems allow
 * to everybody) has it only in a process begun by {@link #within}.
 */
final class SmallDisk implements AutoCloseable {
  private static final int PIECE_BYTES = 64 << 10;
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** A command that runs {@code command} where disks can be mounted. */
  static List<String> within(List<String> command) {
    var all = new java.util.ArrayList<>(List.of("unshare", "--map-root-user", "--mount"));
    all.addAll(command);
    return all;
  }

  /** Whether {@link #within} works here. */
  static boolean possible() throws InterruptedException {
    return run(within(List.of("mount", "-t", "tmpfs", "none", "/mnt"))) == 0;
  }

  /** Mounts one at {@code folder}, which is made. */
  static SmallDisk mount(Path folder, long bytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var command = List.of("mount", "-t", "tmpfs", "-o", "size=" + bytes, "none", folder.toString());
    if (run(command) != 0) {
      throw new IOException(
          "Expected to mount a small disk at %s, but mount refused.".formatted(folder));
    }
    return new SmallDisk(folder);
  }

  /** Fills it until {@code left} bytes are free. */
  void fill(long left) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      byte[] piece = new byte[PIECE_BYTES];
      while (Files.getFileStore(folder).getUsableSpace() > left + PIECE_BYTES) {
        out.write(piece);
      }
    }
  }

  /** Gives the room back. */
  void clear() throws IOException {
    Files.deleteIfExists(filler());
  }

  long freeBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Copies what is on it beside it, where it stays. */
  void keep() throws InterruptedException {
    var _ = run(List.of("cp", "-a", folder.toString(), folder + ".kept"));
  }

  /** Everything on it is gone. */
  @Override
  public void close() {
    try {
      var _ = run(List.of("umount", "--lazy", folder.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path filler() {
    return folder.resolve("somebody-elses-photographs");
  }

  private static int run(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException notInstalled) {
      return -1;
    }
  }
}
