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
 * How far one run has come, in a file of three figures that is mapped into memory.
 *
 * <p>Setting one costs a store and no system call, so a machine may do it for each of thousands of
 * lines a second; the page cache has it when the process dies. {@link Marks} flushes it to the disk
 * every second, so a power cut loses no more than that; the run itself stands in the journal. The
 * setters belong to the machine's thread.
 */
public final class LineMark {
  private static final int SENT_AT = Long.BYTES;
  private static final int OFFSET_AT = 2 * Long.BYTES;
  private static final int BYTES = 3 * Long.BYTES;

  private final MappedByteBuffer mark;
  private volatile boolean changed;

  /**
   * How far a run had come.
   *
   * @param line the last line that the firmware had acknowledged, from 1; 0 for none
   * @param sent the last that had gone out, which it may have taken as well
   * @param offset how many bytes of the program stand before {@code line}
   */
  public record Reached(long line, long sent, long offset) {}

  /** Of a run of which nothing is known. */
  public static final Reached NOTHING = new Reached(0, 0, 0);

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
      return new LineMark(channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES));
    }
  }

  /** How far {@code run} had come; nothing when nothing is known. */
  public static Reached read(Path folder, RunId run) throws IOException {
    var file = fileOf(folder, run);
    if (!Files.exists(file)) {
      return NOTHING;
    }
    var bytes = ByteBuffer.wrap(java.util.Arrays.copyOf(Files.readAllBytes(file), BYTES));
    long line = bytes.getLong();
    return new Reached(line, Math.max(line, bytes.getLong()), bytes.getLong());
  }

  /** Removes what is known of {@code run}; its end is in the journal. */
  public static void forget(Path folder, RunId run) throws IOException {
    Files.deleteIfExists(fileOf(folder, run));
  }

  /** This line, counted from 1, is about to go out. */
  public void sent(long line) {
    mark.putLong(SENT_AT, line);
  }

  /** The machine has taken everything up to this line, before which so many bytes stand. */
  public void set(long line, long offset) {
    mark.putLong(OFFSET_AT, offset);
    mark.putLong(0, line);
    changed = true;
  }

  /** How far it has come by now; on the thread that sets it. */
  public Reached reached() {
    return new Reached(mark.getLong(0), mark.getLong(SENT_AT), mark.getLong(OFFSET_AT));
  }

  /** Puts on the disk what has changed since the last time; any thread. */
  void flush() {
    if (changed) {
      changed = false;
      mark.force();
    }
  }

  private static Path fileOf(Path folder, RunId run) {
    return folder.resolve(run + ".line");
  }
}
