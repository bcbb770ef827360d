package org.vicinal.gcode.text;

import java.util.Arrays;

/**
 * Heatshrink (LZSS for small machines): a bit 1 and eight bits are a byte; a bit 0, an index and a
 * count are a copy from that far back. Bits come from the top of each byte.
 */
final class Heatshrink {
  private Heatshrink() {}

  /** Unpacks at most {@code size} bytes; gives fewer if the input ends before. */
  static byte[] unpack(byte[] in, int size, int windowBits, int countBits) {
    byte[] out = new byte[size];
    int length = 0;
    long bit = 0;
    long bits = in.length * 8L;
    while (length < size) {
      if (bit + 9 > bits) {
        break;
      }
      if (bits(in, bit, 1) == 1) {
        out[length++] = (byte) bits(in, bit + 1, 8);
        bit += 9;
      } else {
        if (bit + 1 + windowBits + countBits > bits) {
          break;
        }
        int back = bits(in, bit + 1, windowBits) + 1;
        int count = bits(in, bit + 1 + windowBits, countBits) + 1;
        bit += 1 + windowBits + countBits;
        for (int i = 0; i < count && length < size; i++) {
          out[length] = back > length ? 0 : out[length - back];
          length++;
        }
      }
    }
    return length == size ? out : Arrays.copyOf(out, length);
  }

  private static int bits(byte[] in, long from, int count) {
    int value = 0;
    for (long i = from; i < from + count; i++) {
      value = value << 1 | (in[(int) (i >> 3)] >> (7 - (i & 7)) & 1);
    }
    return value;
  }
}
