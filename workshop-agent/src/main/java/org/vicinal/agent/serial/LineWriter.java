package org.vicinal.agent.serial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that writes to one port: urgent bytes first, then the others in their order, each
 * piece in one call. A port whose peer has stopped reading holds this thread for ever and nobody
 * else; {@link #trouble} tells when that has lasted too long.
 *
 * <p>The queues are shared under one lock that is held only to put or take; everything else belongs
 * to the thread.
 */
final class LineWriter implements Runnable {

  /** After a stop, a write is given so long before what holds it up is thrown away. */
  private static final long STUCK = 20_000_000L;

  /**
   * After a stop, a port that takes nothing for so long is given up: closing it is all that is
   * left.
   */
  private static final long STOP_DEADLINE = 200_000_000L;

  /** More than this waiting means that nobody has kept to a firmware's window. */
  private static final int MOST_WAITING = 4096;

  /** Puts a piece on the wire; throws when it could not, whole. */
  interface Port {
    void write(byte[] bytes) throws Exception;

    /** Throws away what the driver holds, so that a write that is not taken comes back. */
    default void clear() {}
  }

  private final Port port;
  private final long deadlineNanos;
  private final Deque<byte[]> urgent = new ArrayDeque<>();
  private final Deque<byte[]> ordinary = new ArrayDeque<>();
  private final Object lock = new Object();
  private final Thread thread;
  private volatile String failure = "";
  private volatile long writingSince;
  private volatile boolean closed;
  private volatile boolean stopped;

  /**
   * @param name of the thread
   * @param deadlineNanos how long one piece may take
   */
  LineWriter(String name, Port port, long deadlineNanos) {
    this.port = port;
    this.deadlineNanos = deadlineNanos;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this);
  }

  void start() {
    thread.start();
  }

  void write(byte[] bytes) {
    put(ordinary, bytes);
  }

  void writeUrgent(byte[] bytes) {
    put(urgent, bytes);
  }

  /**
   * These bytes next, nothing of what waits, and nothing more until {@link #goOn}: a line that went
   * out behind a reset would be obeyed as if nobody had stopped.
   */
  void stop(byte[] bytes) {
    synchronized (lock) {
      stopped = true;
      ordinary.clear();
      urgent.clear();
      urgent.addLast(bytes);
    }
    LockSupport.unpark(thread);
    long since = writingSince;
    if (since != 0) {
      var _ = Thread.ofVirtual().name("free " + thread.getName()).start(() -> free(since));
    }
  }

  private void free(long since) {
    long end = System.nanoTime() + STUCK;
    while (writingSince == since && System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    if (writingSince == since) {
      port.clear();
    }
  }

  void goOn() {
    stopped = false;
  }

  private void put(Deque<byte[]> lane, byte[] bytes) {
    synchronized (lock) {
      if (stopped) {
        return;
      }
      if (lane.size() >= MOST_WAITING) {
        failure = "%d writes wait, the port takes none".formatted(lane.size());
        return;
      }
      lane.addLast(bytes);
    }
    LockSupport.unpark(thread);
  }

  /** Why the port must be given up; empty while it need not. */
  String trouble() {
    long since = writingSince;
    long deadline = stopped ? STOP_DEADLINE : deadlineNanos;
    if (failure.isEmpty() && since != 0 && System.nanoTime() - since > deadline) {
      return "a write has not been taken for %d ms".formatted(deadline / 1_000_000);
    }
    return failure;
  }

  @Override
  public void run() {
    while (!closed && failure.isEmpty()) {
      byte[] bytes = next();
      if (bytes.length == 0) {
        LockSupport.park(this);
      } else {
        send(bytes);
      }
    }
  }

  private byte[] next() {
    synchronized (lock) {
      byte[] first = urgent.isEmpty() ? ordinary.pollFirst() : urgent.pollFirst();
      return first == null ? new byte[0] : first;
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever the driver throws, the port is lost
  private void send(byte[] bytes) {
    writingSince = System.nanoTime();
    try {
      port.write(bytes);
    } catch (Exception e) {
      failure = "a write failed: " + e.getMessage();
    } finally {
      writingSince = 0;
    }
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
