package org.vicinal.agent.recorder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The last traffic of one machine: at most {@value #MOST} pieces and {@value #MOST_BYTES} bytes.
 * Any thread may add; a lock is held only to put or copy.
 */
public final class Recorder {
  private static final int MOST = 10_000;
  private static final int MOST_BYTES = 512 * 1024;

  private final InstantSource clock;
  private final Latency latency = new Latency();
  private final Deque<Traffic> ring = new ArrayDeque<>();
  private long last;
  private int bytes;

  /** An empty one. */
  public Recorder(InstantSource clock) {
    this.clock = clock;
  }

  /** A note beside the traffic, such as a change of state. */
  public void note(String text) {
    add(Traffic.Direction.NOTE, text);
  }

  void add(Traffic.Direction direction, String text) {
    Instant now = clock.instant();
    synchronized (ring) {
      ring.addLast(new Traffic(++last, now, direction, text));
      bytes += text.length();
      while (ring.size() > MOST || bytes > MOST_BYTES) {
        bytes -= ring.removeFirst().text().length();
      }
    }
  }

  /** What came after the piece with this number and is still kept, at most {@code most} pieces. */
  public List<Traffic> since(long number, int most) {
    synchronized (ring) {
      var newer = ring.stream().filter(traffic -> traffic.number() > number).toList();
      return newer.subList(Math.max(0, newer.size() - most), newer.size());
    }
  }

  /** All that is kept, oldest first, as lines of text. */
  void copyTo(Consumer<String> to) {
    List<Traffic> copy;
    synchronized (ring) {
      copy = List.copyOf(ring);
    }
    copy.forEach(traffic -> to.accept(traffic.line()));
  }

  /** How quickly answers led to writes. */
  public Latency latency() {
    return latency;
  }
}
