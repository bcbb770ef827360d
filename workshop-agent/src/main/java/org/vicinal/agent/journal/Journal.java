package org.vicinal.agent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.wire.Json;

/**
 * The file of what must not be forgotten: {@code journal.log} in the data folder.
 *
 * <p>Owned by one thread. What {@link #append} has taken is on the disk when it returns. The file
 * is written anew, with the memory as its first page, when it is opened and whenever it has grown
 * by {@value #GROWTH_BYTES} bytes.
 */
public final class Journal implements AutoCloseable {
  private static final String NAME = "journal.log";
  private static final long GROWTH_BYTES = 8 << 20;
  private static final Json JSON = new Json(List.of(Fact.class));

  private final Path folder;
  private FileChannel channel;
  private long good;
  private long rewriteAt;

  /** A journal and the memory that its pages came to. */
  public record Opened(Journal journal, Memory memory, long cutBytes) {}

  private Journal(Path folder, FileChannel channel, long good) {
    this.folder = folder;
    this.channel = channel;
    this.good = good;
    this.rewriteAt = good + GROWTH_BYTES;
  }

  /**
   * Opens the journal in {@code folder}, or begins one. A torn last page is cut; it was never
   * acknowledged.
   *
   * @param now the epoch of a journal that begins now
   * @throws DamagedJournal when its pages are not what was written
   */
  public static Opened open(Path folder, WorkshopId workshop, Instant now) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      var memory = Memory.begun(workshop, Math.max(1, now.toEpochMilli()));
      return new Opened(rewritten(folder, memory), memory, 0);
    }
    byte[] bytes = Files.readAllBytes(file);
    var sheet = Sheet.read(file, bytes);
    var memory = recall(file, sheet);
    if (!memory.workshop().equals(workshop)) {
      throw new IOException(
          "Expected the journal of workshop %s in %s, but found that of %s. Give each workshop a data folder of its own."
              .formatted(workshop, file, memory.workshop()));
    }
    return new Opened(rewritten(folder, memory), memory, bytes.length - sheet.wholeBytes());
  }

  /** Makes these facts durable, all of them or none. {@code after} is the memory with them. */
  public void append(List<Fact> facts, Memory after) throws IOException {
    var bytes = ByteBuffer.wrap(Sheet.line(JSON.write(new Page(null, facts))));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, good + bytes.position());
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(good);
      throw e;
    }
    good += bytes.limit();
    if (good > rewriteAt) {
      var next = rewritten(folder, after);
      channel.close();
      channel = next.channel;
      good = next.good;
      rewriteAt = next.rewriteAt;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Memory recall(Path file, Sheet sheet) throws DamagedJournal {
    Memory memory = null;
    for (int i = 0; i < sheet.lines().size(); i++) {
      var page = page(file, i + 1, sheet.lines().get(i));
      if (page.memory() != null) {
        memory = page.memory();
      }
      if (memory == null) {
        break;
      }
      for (var fact : page.facts()) {
        memory = memory.after(fact);
      }
    }
    if (memory == null) {
      throw new DamagedJournal(file, 1, 0, "no memory to begin with");
    }
    return memory;
  }

  private static Page page(Path file, int line, byte[] json) throws DamagedJournal {
    try {
      return JSON.read(json, Page.class);
    } catch (Json.Unreadable e) {
      var damaged =
          new DamagedJournal(file, line, 0, "a page that cannot be read: " + e.getMessage());
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** Puts a file with only this memory in the place of the old; at no time is there none. */
  private static Journal rewritten(Path folder, Memory memory) throws IOException {
    var fresh = folder.resolve(NAME + ".new");
    var bytes = ByteBuffer.wrap(Sheet.line(JSON.write(new Page(memory, List.of()))));
    var channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, bytes.position());
      }
      channel.force(true);
      Files.move(
          fresh,
          folder.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      Folder.flush(folder);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new Journal(folder, channel, bytes.limit());
  }
}
