package org.vicinal.agent.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The bytes of a journal: lines of {@code length crc json}, both figures of eight hexadecimal
 * digits.
 *
 * <p>A process that dies while it writes leaves the beginning of a line, a power cut perhaps zeros
 * in it; such a tail was never acknowledged and is cut. Everything else that does not add up is
 * damage.
 *
 * @param lines the content of every whole line
 * @param wholeBytes how far the file is good
 */
record Sheet(List<byte[]> lines, long wholeBytes) {
  private static final int HEAD = 18;

  /** The line that holds {@code json}. */
  static byte[] line(byte[] json) {
    var out = new ByteArrayOutputStream(HEAD + json.length + 1);
    out.writeBytes(
        "%08x %08x ".formatted(json.length, crc(json)).getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(json);
    out.write('\n');
    return out.toByteArray();
  }

  /**
   * Reads what {@code file} holds.
   *
   * @throws DamagedJournal when it is not what was written
   */
  static Sheet read(Path file, byte[] bytes) throws DamagedJournal {
    var lines = new ArrayList<byte[]>();
    int at = 0;
    while (at < bytes.length) {
      int length = jsonLength(bytes, at);
      int end = at + HEAD + length;
      if (length < 0 || end >= bytes.length || bytes[end] != '\n' || !sound(bytes, at, length)) {
        checkTorn(file, bytes, at, lines.size() + 1);
        break;
      }
      lines.add(java.util.Arrays.copyOfRange(bytes, at + HEAD, end));
      at = end + 1;
    }
    return new Sheet(lines, at);
  }

  private static void checkTorn(Path file, byte[] bytes, int at, int line) throws DamagedJournal {
    for (int i = at; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return; // a hole: the power went before the disk had all of it
      }
      if (bytes[i] == '\n') {
        throw new DamagedJournal(file, line, at, "a line with the wrong length or checksum");
      }
    }
    int length = jsonLength(bytes, at);
    if (bytes.length - at >= HEAD && (length < 0 || at + HEAD + length < bytes.length)) {
      throw new DamagedJournal(file, line, at, "a line without an end");
    }
  }

  /** The length that the line at {@code at} states; -1 when it states none. */
  private static int jsonLength(byte[] bytes, int at) {
    if (bytes.length - at < HEAD || bytes[at + 8] != ' ' || bytes[at + 17] != ' ') {
      return -1;
    }
    long length = hex(bytes, at);
    return length < 0 || length > Integer.MAX_VALUE - bytes.length - HEAD ? -1 : (int) length;
  }

  private static boolean sound(byte[] bytes, int at, int length) {
    var crc = new CRC32C();
    crc.update(bytes, at + HEAD, length);
    return hex(bytes, at + 9) == crc.getValue();
  }

  private static long hex(byte[] bytes, int at) {
    long value = 0;
    for (int i = at; i < at + 8; i++) {
      int digit = "0123456789abcdef".indexOf(bytes[i]);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static long crc(byte[] json) {
    var crc = new CRC32C();
    crc.update(json);
    return crc.getValue();
  }
}
