package org.vicinal.agent.simulation;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * A pair of ends like the two ends of a serial cable: this object is the machine's end, {@link
 * #slave} the path that a host opens like any serial port. Linux only; one thread.
 *
 * <p>While no host has the slave open the terminal is {@link Hearing#ALONE}; hosts may come and go.
 * {@link #close} is the cable pulled out.
 */
public final class PseudoTerminal implements AutoCloseable {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final short POLLIN = 1;
  private static final short POLLHUP = 16;
  private static final int TCSANOW = 0;
  private static final int CHUNK = 4096;

  /** What {@link #await} found. */
  public enum Hearing {
    BYTES,
    SILENCE,
    ALONE
  }

  private final Libc libc = new Libc();
  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(CHUNK);
  private final MemorySegment poll = arena.allocate(8);
  private final int master;
  private final Path slave;

  /** Opens a new pair in raw mode. */
  public PseudoTerminal() throws IOException {
    master = libc.call("posix_openpt", O_RDWR | O_NOCTTY | O_NONBLOCK);
    check(master, "posix_openpt");
    check(libc.call("grantpt", master), "grantpt");
    check(libc.call("unlockpt", master), "unlockpt");
    check(libc.nameOf(master, buffer, CHUNK), "ptsname_r");
    slave = Path.of(buffer.getString(0));
    makeRaw();
  }

  /**
   * Opens the slave once, so that it neither echoes nor changes a byte, and lets go of it again.
   */
  private void makeRaw() throws IOException {
    MemorySegment name = arena.allocateFrom(slave.toString());
    int end = libc.open(name, O_RDWR | O_NOCTTY);
    check(end, "open " + slave);
    MemorySegment settings = arena.allocate(256); // a termios is 60 bytes
    check(libc.termios("tcgetattr", end, settings), "tcgetattr");
    libc.makeRaw(settings);
    check(libc.setTermios(end, TCSANOW, settings), "tcsetattr");
    libc.call("close", end);
  }

  /** The path of the other end, for a host to open. */
  public Path slave() {
    return slave;
  }

  /**
   * Whether nobody can open the slave any more. A host that opens a port for itself alone
   * (TIOCEXCL) and is killed leaves a serial port free, because nothing of it is left; of a
   * pseudo-terminal the machine's end is left, and with it the lock, which only root passes by.
   */
  public boolean isLocked() {
    int end = libc.open(arena.allocateFrom(slave.toString()), O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (end >= 0) {
      libc.call("close", end);
    }
    return end < 0;
  }

  /** Waits until there is something to read, at most this long. */
  public Hearing await(int millis) {
    poll.set(JAVA_INT, 0, master);
    poll.set(JAVA_SHORT, 4, POLLIN);
    poll.set(JAVA_SHORT, 6, (short) 0);
    libc.poll(poll, 1, millis);
    short found = poll.get(JAVA_SHORT, 6);
    if ((found & POLLIN) != 0) {
      return Hearing.BYTES;
    }
    return (found & POLLHUP) != 0 ? Hearing.ALONE : Hearing.SILENCE;
  }

  /** What has come; nothing if nothing has, or if no host has the slave open. */
  public byte[] read() {
    long count = libc.transfer("read", master, buffer, CHUNK);
    return count <= 0 ? new byte[0] : buffer.asSlice(0, count).toArray(JAVA_BYTE);
  }

  /**
   * Sends bytes to the host. What nobody takes is lost, as on a wire.
   *
   * @return how many were taken
   */
  public int write(byte[] bytes) {
    int done = 0;
    while (done < bytes.length) {
      int count = Math.min(CHUNK, bytes.length - done);
      MemorySegment.copy(bytes, done, buffer, JAVA_BYTE, 0, count);
      long written = libc.transfer("write", master, buffer, count);
      if (written <= 0) {
        return done;
      }
      done += (int) written;
    }
    return done;
  }

  /** Pulls the cable out: the host's end reports an error from now on. */
  @Override
  public void close() {
    libc.call("close", master);
    arena.close();
  }

  private static void check(int result, String what) throws IOException {
    if (result < 0) {
      throw new IOException(
          "Expected a pseudo-terminal, but %s failed. It needs Linux with /dev/pts mounted."
              .formatted(what));
    }
  }

  /** The size of a C {@code long} and of a pointer here; the layouts above rest on it. */
  static boolean supported() {
    return ADDRESS.byteSize() == JAVA_LONG.byteSize()
        && System.getProperty("os.name", "").startsWith("Linux");
  }
}
