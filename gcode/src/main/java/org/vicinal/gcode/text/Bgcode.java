package org.vicinal.gcode.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * PrusaSlicer's binary G-code as plain text: settings become comments ({@code ; key = value}) where
 * they stand, pictures too, code is unpacked block by block. A damaged block is an {@link
 * IOException} that names it.
 *
 * <p>The format: magic {@code GCDE}, version, kind of checksum; then blocks of type, compression,
 * sizes, parameters, data and CRC-32, all little-endian.
 */
final class Bgcode extends InputStream {
  private static final int THUMBNAIL = 5;
  private static final int PICTURE_COLUMNS = 78;
  private static final int CODE = 1;
  private static final int MOST_BLOCK = 64 << 20;

  private final InputStream in;
  private final boolean checksums;
  private final MeatPack meatPack = new MeatPack();
  private byte[] text = new byte[0];
  private int position;
  private int blocks;

  Bgcode(InputStream in) throws IOException {
    this.in = in;
    ByteBuffer header = little(bytes(10));
    header.getInt();
    int version = header.getInt();
    int checksum = header.getShort();
    if (version != 1 || checksum < 0 || checksum > 1) {
      throw new IOException(
          "Expected binary G-code of version 1, found version "
              + version
              + ". Export it as plain G-code.");
    }
    checksums = checksum == 1;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == text.length) {
      if (!nextBlock()) {
        return -1;
      }
    }
    int count = Math.min(length, text.length - position);
    System.arraycopy(text, position, to, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException(
          "Expected "
              + length
              + " more bytes of binary G-code, found "
              + bytes.length
              + ". The file is cut off; fetch it again.");
    }
    return bytes;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private boolean nextBlock() throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    var crc = new CRC32();
    byte[] rest = bytes(7);
    byte[] head = new byte[8];
    head[0] = (byte) first;
    System.arraycopy(rest, 0, head, 1, 7);
    crc.update(head);
    ByteBuffer header = little(head);
    int type = header.getShort();
    int compression = header.getShort();
    int size = header.getInt();
    int packed = size;
    if (compression != 0) {
      byte[] more = bytes(4);
      crc.update(more);
      packed = little(more).getInt();
    }
    blocks++;
    if (type < 0
        || type > THUMBNAIL
        || size < 0
        || size > MOST_BLOCK
        || packed < 0
        || packed > MOST_BLOCK) {
      throw damaged("has type " + type + " and " + size + " bytes");
    }
    byte[] parameters = bytes(type == THUMBNAIL ? 6 : 2);
    crc.update(parameters);
    int encoding = little(parameters).getShort();
    byte[] data = bytes(packed);
    crc.update(data);
    if (checksums && little(bytes(4)).getInt() != (int) crc.getValue()) {
      throw damaged("does not match its checksum");
    }
    position = 0;
    byte[] plain = unpack(data, compression, size);
    text = type == THUMBNAIL ? picture(little(parameters), plain) : content(type, encoding, plain);
    return true;
  }

  /** A picture as text files have it. */
  private static byte[] picture(ByteBuffer parameters, byte[] bytes) {
    String kind =
        switch (parameters.getShort()) {
          case 1 -> "_JPG";
          case 2 -> "_QOI";
          default -> "";
        };
    String base64 = Base64.getEncoder().encodeToString(bytes);
    var lines =
        new StringBuilder(
            "; thumbnail"
                + kind
                + " begin "
                + parameters.getShort()
                + "x"
                + parameters.getShort()
                + " "
                + base64.length()
                + "\n");
    for (int i = 0; i < base64.length(); i += PICTURE_COLUMNS) {
      lines
          .append("; ")
          .append(base64, i, Math.min(base64.length(), i + PICTURE_COLUMNS))
          .append('\n');
    }
    return lines
        .append("; thumbnail" + kind + " end\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] content(int type, int encoding, byte[] bytes) throws IOException {
    if (type != CODE) {
      return comments(bytes);
    }
    return switch (encoding) {
      case 0 -> bytes;
      case 1, 2 -> meatPack.unpack(bytes);
      default -> throw damaged("has the unknown encoding " + encoding);
    };
  }

  private static byte[] comments(byte[] settings) {
    var lines = new StringBuilder();
    for (String line : new String(settings, StandardCharsets.UTF_8).lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String key = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        lines
            .append(key.equals("Producer") ? "; generated by " + value : "; " + key + " = " + value)
            .append('\n');
      }
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] unpack(byte[] data, int compression, int size) throws IOException {
    byte[] bytes =
        switch (compression) {
          case 0 -> data;
          case 1 -> inflate(data, size);
          case 2 -> Heatshrink.unpack(data, size, 11, 4);
          case 3 -> Heatshrink.unpack(data, size, 12, 4);
          default -> throw damaged("has the unknown compression " + compression);
        };
    if (bytes.length != size) {
      throw damaged("unpacks to " + bytes.length + " bytes where it says " + size);
    }
    return bytes;
  }

  private byte[] inflate(byte[] data, int size) throws IOException {
    byte[] out = new byte[size];
    try (var inflater = new Inflater()) {
      inflater.setInput(data);
      int length = 0;
      while (length < size) {
        int count = inflater.inflate(out, length, size - length);
        if (count == 0) {
          break;
        }
        length += count;
      }
      return length == size ? out : Arrays.copyOf(out, length);
    } catch (DataFormatException e) {
      throw damaged("cannot be inflated (" + e.getMessage() + ")");
    }
  }

  private IOException damaged(String what) {
    return new IOException(
        "Expected sound binary G-code, but block "
            + blocks
            + " "
            + what
            + ". The file is damaged; fetch or export it again.");
  }
}
