package org.vicinal.agent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vicinal.messages.id.RunId;

/**
 * The last acknowledged line of one run, in a file of eight bytes that is mapped into memory.
 *
 * <p>Setting it costs one store and no system call, so a machine may do it for each of thousands of
 * lines a second; the page cache has it when the process dies. A power cut may lose the last few
 * seconds of it, never the run itself, which stands in the journal. Owned by the machine's thread.
 */
public final class LineMark {
  private final MappedByteBuffer mark;

  private LineMark(MappedByteBuffer mark) {
    this.mark = mark;
  }

  /** Begins to mark the lines of {@code run} in {@code folder}, at 0. */
  public static LineMark begin(Path folder, RunId run) throws IOException {
    Files.createDirectories(folder);
    try (var channel =
        FileChannel.open(
            fileOf(folder, run),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return new LineMark(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
    }
  }

  /** The line that {@code run} had come to; 0 when nothing is known. */
  public static long read(Path folder, RunId run) throws IOException {
    var file = fileOf(folder, run);
    if (!Files.exists(file)) {
      return 0;
    }
    byte[] bytes = Files.readAllBytes(file);
    return bytes.length < Long.BYTES ? 0 : ByteBuffer.wrap(bytes).getLong();
  }

  /** Removes what is known of {@code run}; its end is in the journal. */
  public static void forget(Path folder, RunId run) throws IOException {
    Files.deleteIfExists(fileOf(folder, run));
  }

  /** The machine has taken everything up to this line, counted from 1. */
  public void set(long line) {
    mark.putLong(0, line);
  }

  private static Path fileOf(Path folder, RunId run) {
    return folder.resolve(run + ".line");
  }
}
