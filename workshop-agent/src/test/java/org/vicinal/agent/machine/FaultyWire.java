package org.vicinal.agent.machine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

/**
 * One direction of a wire at 115200 baud that harms some of what it carries: bytes flipped, lost or
 * doubled, newlines lost, whole pieces lost, doubled or late. What is late holds up what comes
 * after it: a wire does not reorder.
 */
final class FaultyWire {
  private static final long NANOS_PER_BYTE = 86_806;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(long at, byte[] bytes) {}

  private final Random random;
  private final double rate;
  private final int most;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private long free;
  private long harmed;
  private boolean cut;

  /** Harms this share of what it carries. */
  FaultyWire(Random random, double rate) {
    this(random, rate, Integer.MAX_VALUE);
  }

  /**
   * A wire that is good again after some harm.
   *
   * @param rate the share of pieces that come to harm
   * @param most how many pieces it harms altogether
   */
  FaultyWire(Random random, double rate, int most) {
    this.random = random;
    this.rate = rate;
    this.most = most;
  }

  void send(byte[] bytes, long now) {
    if (bytes.length == 0 || cut) {
      return;
    }
    boolean harm = harmed < most && random.nextDouble() < rate;
    harmed += harm ? 1 : 0;
    byte[] arrives = harm ? harm(bytes) : bytes;
    long delay = harm && random.nextInt(6) == 0 ? random.nextLong(2_000_000_000L) : 0;
    free = Math.max(free, now) + arrives.length * NANOS_PER_BYTE + delay;
    pieces.addLast(new Piece(free, arrives));
  }

  private byte[] harm(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(7)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(7));
        yield flipped;
      }
      case 1 -> without(bytes, at);
      case 2 -> doubled(bytes, at);
      case 3 -> without(bytes, bytes.length - 1);
      case 4 -> new byte[0];
      case 5 -> {
        byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        yield twice;
      }
      default -> bytes;
    };
  }

  private static byte[] without(byte[] bytes, int at) {
    byte[] less = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, less, 0, at);
    System.arraycopy(bytes, at + 1, less, at, less.length - at);
    return less;
  }

  private static byte[] doubled(byte[] bytes, int at) {
    byte[] more = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, more, 0, at + 1);
    System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
    return more;
  }

  long nextArrival() {
    return pieces.isEmpty() ? Long.MAX_VALUE : pieces.getFirst().at();
  }

  byte[] arrived(long now) {
    return nextArrival() <= now ? pieces.removeFirst().bytes() : new byte[0];
  }

  long harmed() {
    return harmed;
  }

  /** Nothing arrives any more. */
  void cut() {
    cut = true;
    pieces.clear();
  }

  /** Works again. */
  void mend() {
    cut = false;
  }
}
