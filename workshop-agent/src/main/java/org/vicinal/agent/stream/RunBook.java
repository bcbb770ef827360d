package org.vicinal.agent.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.journal.Folder;
import org.vicinal.agent.journal.LineMark;
import org.vicinal.messages.id.RunId;
import org.vicinal.messages.wire.Json;

/**
 * What must not be forgotten of runs by hand on one port: the last run with its program, durable
 * before the first byte, and how far it came. A run without an end was interrupted.
 */
public final class RunBook {
  private static final String LAST = "last-run.json";

  private final Path folder;

  /**
   * A run.
   *
   * @param digest of the program's file, SHA-256
   * @param ending how it ended; null while it is on, and for ever when nobody saw it end
   * @param line the last line that the firmware had taken when it ended
   */
  public record Written(
      RunId run,
      String program,
      String digest,
      long bytes,
      long lines,
      Instant at,
      @Nullable String ending,
      long line) {

    Written ended(String how, long last) {
      return new Written(run, program, digest, bytes, lines, at, how, last);
    }
  }

  /**
   * @param folder of this port alone
   */
  public RunBook(Path folder) {
    this.folder = folder;
  }

  /** The last run on this port; of one without an end {@link #reached} says how far it came. */
  public Optional<Written> last() throws IOException {
    var file = folder.resolve(LAST);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.WIRE.read(Files.readAllBytes(file), Written.class));
    } catch (Json.Unreadable e) {
      throw new IOException(
          "Expected the last run in %s, but it cannot be read: %s. Look at the machine, then remove the file."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Writes it down; on the disk when this returns. */
  public void write(Written run) throws IOException {
    Files.createDirectories(folder);
    var fresh = folder.resolve(LAST + ".new");
    try (var channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(Json.WIRE.write(run));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        fresh,
        folder.resolve(LAST),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    Folder.flush(folder);
  }

  /** How far a run had come, as its mark says. */
  public LineMark.Reached reached(RunId run) throws IOException {
    return LineMark.read(folder, run);
  }

  /** No run is remembered any more. */
  public void forget() throws IOException {
    Files.deleteIfExists(folder.resolve(LAST));
  }

  /** Where the marks of its runs are. */
  Path folder() {
    return folder;
  }
}
