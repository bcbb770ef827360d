package org.vicinal.gcode.text;

import java.util.Arrays;

/**
 * MeatPack: the fifteen commonest characters of G-code in four bits each, the lower half first; 15
 * says that a whole byte follows. Two bytes 0xFF announce a command to the unpacker. State goes on
 * from block to block.
 */
final class MeatPack {
  private static final int ENABLE = 251;
  private static final int DISABLE = 250;
  private static final int RESET = 249;
  private static final int NO_SPACES = 247;
  private static final int SPACES = 246;
  private static final String TABLE = "0123456789. \nGX";

  private boolean packing;
  private boolean noSpaces;
  private boolean commandNext;
  private boolean signal;
  private int wholeBytes;
  private int waiting = -1;

  private byte[] out = new byte[0];
  private int length;
  private boolean motionLine;
  private int last = '\n';

  byte[] unpack(byte[] packed) {
    out = new byte[packed.length * 4 + 16];
    length = 0;
    for (byte b : packed) {
      int c = b & 0xff;
      if (commandNext) {
        command(c);
        commandNext = false;
      } else if (c == 0xff) {
        commandNext = signal;
        signal = !signal;
      } else {
        if (signal) {
          signal = false;
          take(0xff);
        }
        take(c);
      }
    }
    return Arrays.copyOf(out, length);
  }

  private void command(int code) {
    switch (code) {
      case ENABLE -> packing = true;
      case DISABLE -> packing = false;
      case RESET -> {
        packing = false;
        noSpaces = false;
      }
      case NO_SPACES -> noSpaces = true;
      case SPACES -> noSpaces = false;
      default -> {
        // a question about its state, which a file cannot ask
      }
    }
  }

  private void take(int c) {
    if (!packing) {
      put(c);
    } else if (wholeBytes > 0) {
      wholeBytes--;
      put(c);
      if (waiting >= 0) {
        put(waiting);
        waiting = -1;
      }
    } else {
      pair(c & 15, c >> 4);
    }
  }

  private void pair(int first, int second) {
    if (first == 15) {
      wholeBytes = second == 15 ? 2 : 1;
      waiting = second == 15 ? -1 : character(second);
      return;
    }
    int c = character(first);
    put(c);
    if (c != '\n') {
      if (second == 15) {
        wholeBytes = 1;
      } else {
        put(character(second));
      }
    }
  }

  private int character(int code) {
    return code == 11 && noSpaces ? 'E' : TABLE.charAt(code);
  }

  /** Puts back the spaces that were left out between the words of a move. */
  private void put(int c) {
    if (last == '\n') {
      motionLine = c == 'G';
    } else if (noSpaces && motionLine && c >= 'A' && c <= 'Z' && last != ' ') {
      append(' ');
    }
    motionLine &= c != ';';
    append(c);
    last = c;
  }

  private void append(int c) {
    if (length == out.length) {
      out = Arrays.copyOf(out, length * 2);
    }
    out[length++] = (byte) c;
  }
}
