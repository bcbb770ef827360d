package org.vicinal.demo.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The wires between a town's people and its coordinator: everything that comes to a port of {@link
 * #ADDRESS} goes on to the same port of the loopback, unless the street is cut.
 *
 * <p>A broker tells its clients where to come back to, with its own port; so the street has an
 * address of its own and the ports are the same. Safe for any number of threads.
 */
final class Street implements AutoCloseable {
  /** Of this machine's loopback network, of which Linux has sixteen million addresses. */
  static final String ADDRESS = "127.0.0.2";

  private static final int PIECE_BYTES = 8192;

  private enum Mode {
    OPEN,
    SILENT,
    CUT
  }

  private final Set<ServerSocket> doors = ConcurrentHashMap.newKeySet();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private Mode mode = Mode.OPEN;

  /**
   * Two ports that are free on both sides of a street.
   *
   * @param page of the coordinator
   * @param broker of its broker
   */
  record Ports(int page, int broker) {}

  /** Ports that nobody uses just now. */
  static Ports freePorts() throws IOException {
    try (var page = reserve();
        var broker = reserve()) {
      return new Ports(page.getLocalPort(), broker.getLocalPort());
    }
  }

  /** On every address, so that it is free on both. */
  private static ServerSocket reserve() throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(0));
    return socket;
  }

  /** Where the coordinator's page is for whoever comes along the street. */
  static URI address(int port) {
    return URI.create("http://" + ADDRESS + ":" + port);
  }

  /** Lets whoever comes to {@code port} through. */
  void open(int port) throws IOException {
    var door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(ADDRESS, port));
    doors.add(door);
    var _ = Thread.ofVirtual().name("street-" + port).start(() -> accept(door));
  }

  /** Nothing goes through any more, until {@link #mend}. */
  void cut(boolean silent) {
    become(silent ? Mode.SILENT : Mode.CUT);
    if (!silent) {
      sockets.forEach(Street::shut);
    }
  }

  /** What was held up goes on; connections that were ended stay so. */
  void mend() {
    become(Mode.OPEN);
  }

  private synchronized void become(Mode next) {
    mode = next;
    notifyAll();
  }

  /** Waits while the street is silent; says whether it is open then. */
  private synchronized boolean pass() throws InterruptedException {
    while (mode == Mode.SILENT) {
      wait();
    }
    return mode == Mode.OPEN;
  }

  private void accept(ServerSocket door) {
    while (!door.isClosed()) {
      try {
        var outside = door.accept();
        sockets.add(outside);
        var _ = Thread.ofVirtual().start(() -> connect(outside, door.getLocalPort()));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket outside, int port) {
    try {
      if (!pass()) {
        shut(outside);
        return;
      }
      var inside = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(inside);
      var _ = Thread.ofVirtual().start(() -> carry(outside, inside));
      carry(inside, outside);
    } catch (IOException e) {
      shut(outside); // nobody is there, as without us
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(outside);
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] piece = new byte[PIECE_BYTES];
    try (from;
        to;
        InputStream in = from.getInputStream()) {
      var out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        if (!pass()) {
          return;
        }
        out.write(piece, 0, length);
      }
    } catch (IOException e) {
      shut(from); // one end has gone; the other follows
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (var door : doors) {
      door.close();
    }
    cut(false);
  }
}
