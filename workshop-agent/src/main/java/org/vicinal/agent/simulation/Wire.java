package org.vicinal.agent.simulation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a cable: carries bytes at its rate, in order, and harms some lines on the way.
 * One thread; time is given, in nanoseconds.
 */
public final class Wire {
  private static final long LATEST = 2_000_000_000L;
  private static final long LONGEST_PAUSE = 500_000_000L;
  private static final long MERGES_WITHIN = 300_000_000L;
  private static final double BITS_PER_BYTE = 10; // start, eight, stop

  /** Hears of every harm that the wire does. */
  public interface Witness {
    void harmed(Damage damage, byte[] sent, byte[] arrives);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(long at, byte[] bytes) {}

  private final Random random;
  private final Faults faults;
  private final double nanosPerByte;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private Witness witness = (damage, sent, arrives) -> {};
  private long free;
  private long harmed;
  private boolean cut;

  /**
   * @param baud bits per second; 0 for a wire that takes no time
   */
  public Wire(Random random, Faults faults, int baud) {
    this.random = random;
    this.faults = faults;
    this.nanosPerByte = baud == 0 ? 0 : BITS_PER_BYTE * 1e9 / baud;
  }

  /** Tells this one of every harm. */
  public void witnessedBy(Witness other) {
    witness = other;
  }

  /** Takes what one end has written. */
  public void send(byte[] bytes, long now) {
    int from = 0;
    for (int i = 0; i < bytes.length && !cut; i++) {
      if (bytes[i] == '\n' || i == bytes.length - 1) {
        line(
            from == 0 && i == bytes.length - 1 ? bytes : Arrays.copyOfRange(bytes, from, i + 1),
            now);
        from = i + 1;
      }
    }
  }

  private void line(byte[] bytes, long now) {
    Damage damage = harmed < faults.most() ? faults.draw(random) : null;
    if (damage == null) {
      carry(bytes, now, 0);
      return;
    }
    harmed++;
    byte[] arrives = damage.apply(bytes, random);
    witness.harmed(damage, bytes, arrives);
    switch (damage) {
      case LATE -> carry(bytes, now, random.nextLong(LATEST));
      case MERGE -> carry(bytes, now, random.nextLong(MERGES_WITHIN));
      case SPLIT -> {
        int at = random.nextInt(bytes.length);
        carry(Arrays.copyOfRange(bytes, 0, at), now, 0);
        carry(Arrays.copyOfRange(bytes, at, bytes.length), now, random.nextLong(LONGEST_PAUSE));
      }
      default -> carry(arrives, now, 0);
    }
  }

  private void carry(byte[] bytes, long now, long delay) {
    if (bytes.length > 0) {
      free = Math.max(free, now) + (long) (bytes.length * nanosPerByte) + delay;
      pieces.addLast(new Piece(free, bytes));
    }
  }

  /** When the next bytes arrive; never if none are on their way. */
  public long nextArrival() {
    return pieces.isEmpty() ? Long.MAX_VALUE : pieces.getFirst().at();
  }

  /** The next bytes that have arrived; null for none. */
  public byte @Nullable [] arrived(long now) {
    return nextArrival() <= now ? pieces.removeFirst().bytes() : null;
  }

  /** How many lines came to harm. */
  public long harmed() {
    return harmed;
  }

  /** Nothing arrives any more. */
  public void cut() {
    cut = true;
    pieces.clear();
  }

  /** Works again. */
  public void mend() {
    cut = false;
  }
}
