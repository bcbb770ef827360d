package org.vicinal.agent.simulation;

import java.util.Arrays;
import java.util.Random;

/** What a wire may do to the bytes of one line. */
public enum Damage {
  DROP {
    @Override
    byte[] apply(byte[] line, Random random) {
      return without(line, random.nextInt(line.length));
    }
  },
  FLIP {
    @Override
    byte[] apply(byte[] line, Random random) {
      byte[] flipped = line.clone();
      flipped[random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
      return flipped;
    }
  },
  REPEAT {
    @Override
    byte[] apply(byte[] line, Random random) {
      int at = random.nextInt(line.length);
      return inserted(line, at, line[at]);
    }
  },
  NOISE {
    @Override
    byte[] apply(byte[] line, Random random) {
      return inserted(line, random.nextInt(line.length + 1), (byte) random.nextInt(256));
    }
  },
  NEWLINE_LOST {
    @Override
    byte[] apply(byte[] line, Random random) {
      return ended(line) ? without(line, line.length - 1) : line;
    }
  },
  NEWLINE_TWICE {
    @Override
    byte[] apply(byte[] line, Random random) {
      return ended(line) ? inserted(line, line.length, (byte) '\n') : line;
    }
  },
  LINE_LOST {
    @Override
    byte[] apply(byte[] line, Random random) {
      return new byte[0];
    }
  },
  LINE_TWICE {
    @Override
    byte[] apply(byte[] line, Random random) {
      byte[] twice = Arrays.copyOf(line, 2 * line.length);
      System.arraycopy(line, 0, twice, line.length, line.length);
      return twice;
    }
  },
  /** The line comes late and holds up what follows: a wire does not reorder. */
  LATE,
  /** The line comes in two pieces with a pause between. */
  SPLIT,
  /** The line waits and comes together with the next. */
  MERGE;

  /** Whether more arrives than was sent. */
  public boolean adds() {
    return this == REPEAT || this == NOISE || this == NEWLINE_TWICE || this == LINE_TWICE;
  }

  /** Whether it is only a matter of time: every byte arrives. */
  public boolean delays() {
    return this == LATE || this == SPLIT || this == MERGE;
  }

  /** The bytes that arrive. */
  byte[] apply(byte[] line, Random random) {
    return line;
  }

  private static boolean ended(byte[] line) {
    return line[line.length - 1] == '\n';
  }

  private static byte[] without(byte[] bytes, int at) {
    byte[] less = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, less, 0, at);
    System.arraycopy(bytes, at + 1, less, at, less.length - at);
    return less;
  }

  private static byte[] inserted(byte[] bytes, int at, byte b) {
    byte[] more = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, more, 0, at);
    more[at] = b;
    System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
    return more;
  }
}
