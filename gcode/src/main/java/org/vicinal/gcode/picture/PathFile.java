package org.vicinal.gcode.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.vicinal.gcode.PathListener;

/**
 * The way of the tool for a browser: at most a quarter of the program that states its moves one by
 * one, unless that is shorter than 4 kB. Loops and cycles write less text than way, so theirs may
 * be longer.
 *
 * <p>Bytes: {@code VPTH}, version 2, then a zlib stream ({@code DecompressionStream("deflate")} in
 * a browser). Within it one record for each line until the end. Coordinates are whole hundredths of
 * a millimetre; each record holds differences to the point before, the first to 0, 0, 0. A number
 * is zigzag coded (0, -1, 1, -2 become 0, 1, 2, 3) and written seven bits to a byte, the lowest
 * first, the top bit set while more follow. The first number of a record is {@code zigzag(dx) * 4 +
 * work + 2 * rises}; then {@code zigzag(dy)}, and if it rises {@code zigzag(dz)}. An arc is chords
 * within 0.05 mm of it.
 */
public final class PathFile implements PathListener {
  private static final double PER_MM = 100;
  private static final int FLUSH = 1 << 16;

  private static final byte[] HEAD = {'V', 'P', 'T', 'H', 2};

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
  private final DeflaterOutputStream packed;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH + 64);
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
    number(zigzag(dx) * 4 + (work ? 1 : 0) + (dz != 0 ? 2 : 0));
    number(zigzag(dy));
    if (dz != 0) {
      number(zigzag(dz));
    }
    x += dx;
    y += dy;
    z += dz;
    if (buffer.size() >= FLUSH) {
      flush();
    }
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private void number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      buffer.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    buffer.write((int) rest);
  }

  private void flush() {
    try {
      pour();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pour() throws IOException {
    if (!headWritten) {
      headWritten = true;
      out.write(HEAD);
    }
    buffer.writeTo(packed);
    buffer.reset();
  }

  /** Writes what is left. */
  void end() throws IOException {
    pour();
    packed.finish();
    deflater.end();
    out.flush();
  }
}
