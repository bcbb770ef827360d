package org.vicinal.coordinator.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.vicinal.coordinator.vault.Key;
import org.vicinal.messages.id.Digest;

/**
 * How a private file lies on disk: blocks of 64 KiB, each sealed by itself with AES-256-GCM, so
 * that a reader can begin anywhere.
 *
 * <p>The nonce is the block's number and what is authenticated beside it is the file's digest and
 * whether the block is the last: blocks cannot be exchanged, and a file cannot be cut off unseen.
 * An empty file is one empty block.
 */
final class Sealing {
  static final int BLOCK = 64 * 1024;
  static final int SEALED_BLOCK = BLOCK + Key.TAG_BYTES;

  private Sealing() {}

  static byte[] about(Digest digest, boolean last) {
    byte[] about =
        Arrays.copyOf(digest.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII), 65);
    about[64] = (byte) (last ? 1 : 0);
    return about;
  }

  /** How many bytes a sealed file of {@code onDisk} bytes holds. */
  static long plainLength(long onDisk) {
    long blocks = (onDisk + SEALED_BLOCK - 1) / SEALED_BLOCK;
    return onDisk - blocks * Key.TAG_BYTES;
  }

  /** Seals what is written to it into {@code disk}; {@link #close} writes the last block. */
  static final class Sink extends OutputStream {
    private final OutputStream disk;
    private final Key key;
    private final Digest digest;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private long index;

    Sink(OutputStream disk, Key key, Digest digest) {
      this.disk = disk;
      this.key = key;
      this.digest = digest;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int at = offset;
      int left = length;
      while (left > 0) {
        if (!block.hasRemaining()) {
          flushBlock(false); // only now: the last block has to be known as the last
        }
        int some = Math.min(left, block.remaining());
        block.put(bytes, at, some);
        at += some;
        left -= some;
      }
    }

    @Override
    public void close() throws IOException {
      flushBlock(true);
      disk.flush();
    }

    private void flushBlock(boolean last) throws IOException {
      byte[] plain = Arrays.copyOf(block.array(), block.position());
      disk.write(key.sealBlock(index++, about(digest, last), plain));
      block.clear();
    }
  }
}
