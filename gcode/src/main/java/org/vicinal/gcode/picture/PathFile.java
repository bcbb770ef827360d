package org.vicinal.gcode.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.vicinal.gcode.PathListener;

/**
 * The way of the tool for a browser: at most a quarter of a program of 2 kB and more that states
 * its moves one by one. Loops and cycles write less text than way, so theirs may be longer.
 *
 * <p>Bytes: {@code VPTH}, version 3, then a raw deflate stream ({@code
 * DecompressionStream("deflate-raw")} in a browser) of blocks until its end. Coordinates are whole
 * hundredths of a millimetre; a record is a line to the next point, and the first record of all
 * goes from 0, 0, 0 to where the way begins. A number is written seven bits to a byte, the lowest
 * first, the top bit set while more follow; a signed one is zigzag coded before (0, -1, 1, -2
 * become 0, 1, 2, 3). A block begins with {@code 2 * records + bent} and has three columns of as
 * many numbers: {@code 2 * zigzag(x) + work}, {@code zigzag(y)} and {@code zigzag(z)}. They are the
 * steps to the next point; in a bent block by how much each step differs from the one before it in
 * the block, which suits arcs. An arc is chords within 0.05 mm of it.
 */
public final class PathFile implements PathListener {
  private static final double PER_MM = 100;
  private static final int BLOCK = 1 << 14; // records
  private static final byte[] HEAD = {'V', 'P', 'T', 'H', 3};

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
  private final DeflaterOutputStream packed;
  private final long[] steps = new long[3 * BLOCK];
  private final boolean[] works = new boolean[BLOCK];
  private int records;
  private long x;
  private long y;
  private long z;
  private boolean lastWork;
  private boolean begun;
  private boolean headWritten;

  PathFile(OutputStream out) {
    this.out = out;
    packed = new DeflaterOutputStream(out, deflater);
  }

  @Override
  public void line(
      double fromX, double fromY, double fromZ, double toX, double toY, double toZ, boolean work) {
    if (!begun) {
      begun = true;
      record(fromX, fromY, fromZ, false);
    }
    record(toX, toY, toZ, work);
  }

  private void record(double toX, double toY, double toZ, boolean work) {
    long dx = Math.round(toX * PER_MM) - x;
    long dy = Math.round(toY * PER_MM) - y;
    long dz = Math.round(toZ * PER_MM) - z;
    if (dx == 0 && dy == 0 && dz == 0 && work == lastWork) {
      return;
    }
    lastWork = work;
    steps[3 * records] = dx;
    steps[3 * records + 1] = dy;
    steps[3 * records + 2] = dz;
    works[records++] = work;
    x += dx;
    y += dy;
    z += dz;
    if (records == BLOCK) {
      try {
        pour();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void pour() throws IOException {
    if (!headWritten) {
      headWritten = true;
      out.write(HEAD);
    }
    if (records == 0) {
      return;
    }
    var straight = block(false);
    var bent = block(true);
    packed.write(packedSize(bent) < packedSize(straight) ? bent : straight);
    records = 0;
  }

  private byte[] block(boolean bent) {
    var bytes = new ByteArrayOutputStream(4 * records + 8);
    number(bytes, 2L * records + (bent ? 1 : 0));
    for (int axis = 0; axis < 3; axis++) {
      long before = 0;
      for (int i = 0; i < records; i++) {
        long step = steps[3 * i + axis];
        long value = zigzag(bent ? step - before : step);
        number(bytes, axis == 0 ? 2 * value + (works[i] ? 1 : 0) : value);
        before = step;
      }
    }
    return bytes.toByteArray();
  }

  private static int packedSize(byte[] block) {
    try (var trial = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      trial.setInput(block);
      trial.finish();
      var scratch = new byte[1 << 13];
      int size = 0;
      while (!trial.finished()) {
        size += trial.deflate(scratch);
      }
      return size;
    }
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static void number(ByteArrayOutputStream bytes, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Writes what is left. */
  void end() throws IOException {
    pour();
    packed.finish();
    deflater.end();
    out.flush();
  }
}
