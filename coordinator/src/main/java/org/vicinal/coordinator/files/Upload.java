package org.vicinal.coordinator.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.vicinal.coordinator.vault.Key;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;

/**
 * A file on its way in: sealed while it comes, and there only after {@link #finish} found that its
 * bytes have the digest that was promised. One thread at a time.
 */
public final class Upload implements AutoCloseable {
  private final FileStore store;
  private final Digest promised;
  private final PersonId owner;
  private final long limit;
  private final Key key;
  private final Path temporary;
  private final FileOutputStream disk;
  private final OutputStream sink;
  private final MessageDigest running = Digest.sha256();
  private long bytes;

  Upload(FileStore store, Digest promised, PersonId owner, long limit, Key key, Path temporary)
      throws IOException {
    this.store = store;
    this.promised = promised;
    this.owner = owner;
    this.limit = limit;
    this.key = key;
    this.temporary = temporary;
    this.disk = new FileOutputStream(temporary.toFile());
    this.sink = new Sealing.Sink(disk, key, promised);
  }

  /**
   * Takes the next bytes.
   *
   * @throws TooLarge when there are more than the limit
   */
  public void write(byte[] some) throws IOException {
    bytes += some.length;
    if (bytes > limit) {
      throw new TooLarge(limit);
    }
    running.update(some);
    sink.write(some);
  }

  /**
   * The file is there from now on, and its uploader is one of its owners.
   *
   * @return whether it is new here
   * @throws WrongDigest when the bytes were others than promised; then nothing is kept
   */
  public boolean finish() throws IOException {
    var found = Digest.of(running);
    if (!found.equals(promised)) {
      throw new WrongDigest(promised, found, bytes);
    }
    sink.close();
    disk.getFD().sync();
    disk.close();
    return store.accept(promised, owner, key, temporary);
  }

  /** Removes what is not finished. */
  @Override
  public void close() throws IOException {
    disk.close();
    Files.deleteIfExists(temporary);
  }

  /** More bytes than are taken. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(long limit) {
      super("Expected a file of at most %,d bytes, but there are more.".formatted(limit));
    }
  }

  /** Other bytes than promised. */
  public static final class WrongDigest extends IOException {
    private static final long serialVersionUID = 1;

    WrongDigest(Digest promised, Digest found, long bytes) {
      super(
          "Expected bytes with the SHA-256 %s, but found %s over %,d bytes. Nothing was kept; send the file again."
              .formatted(promised, found, bytes));
    }
  }
}
