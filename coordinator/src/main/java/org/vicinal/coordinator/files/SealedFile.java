package org.vicinal.coordinator.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.vicinal.coordinator.vault.Key;
import org.vicinal.messages.id.Digest;

/** A private file: on disk as {@link Sealing} says. */
record SealedFile(Path path, long onDisk, Key key, Digest digest) implements StoredFile {
  @Override
  public long bytes() {
    return Sealing.plainLength(onDisk);
  }

  @Override
  public InputStream open(long from) throws IOException {
    return new Source(new RandomAccessFile(path.toFile(), "r"), from);
  }

  /** Opens one block after the other; owned by whoever reads. */
  private final class Source extends InputStream {
    private final RandomAccessFile disk;
    private long index;
    private byte[] block = new byte[0];
    private int at;

    Source(RandomAccessFile disk, long from) throws IOException {
      this.disk = disk;
      this.index = from / Sealing.BLOCK;
      if (from < bytes()) {
        nextBlock();
        at = (int) (from % Sealing.BLOCK);
      } else {
        index = Long.MAX_VALUE / Sealing.SEALED_BLOCK;
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (at >= block.length && !nextBlock()) {
        return -1;
      }
      int some = Math.min(length, block.length - at);
      System.arraycopy(block, at, into, offset, some);
      at += some;
      return some;
    }

    /** Reads block {@code index}; false after the last. */
    private boolean nextBlock() throws IOException {
      long start = index * Sealing.SEALED_BLOCK;
      if (start >= onDisk) {
        return false;
      }
      byte[] sealed = new byte[(int) Math.min(Sealing.SEALED_BLOCK, onDisk - start)];
      disk.seek(start);
      try {
        disk.readFully(sealed);
      } catch (EOFException e) {
        throw new IOException(path + " became shorter while it was read.", e);
      }
      boolean last = start + sealed.length == onDisk;
      block =
          key.openBlock(index, Sealing.about(digest, last), sealed)
              .orElseThrow(
                  () ->
                      new IOException(
                          "Expected block "
                              + index
                              + " of "
                              + path
                              + " as it was sealed, but it was changed."));
      index++;
      at = 0;
      return block.length > 0;
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }
}
