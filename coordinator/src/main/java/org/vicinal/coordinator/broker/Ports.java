package org.vicinal.coordinator.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vicinal.coordinator.vault.SafeFile;

/**
 * The ports of a broker's three listeners.
 *
 * @param agents for workshops; the same over all starts, since they were told
 * @param internal for the coordinator itself, on loopback
 * @param controller for the broker's own quorum, on loopback
 */
record Ports(int agents, int internal, int controller) {
  /**
   * Chooses free ones.
   *
   * @param memory holds the workshops' port when it was chosen before
   * @throws IllegalStateException when the workshops' port is in use
   */
  static Ports choose(BrokerSettings settings, Path memory) {
    int asked = settings.port() != 0 ? settings.port() : remembered(memory);
    var loopback = InetAddress.getLoopbackAddress();
    try (var agents = bind(new InetSocketAddress(settings.listen(), asked));
        var internal = bind(new InetSocketAddress(loopback, 0));
        var controller = bind(new InetSocketAddress(loopback, 0))) {
      SafeFile.write(memory, Integer.toString(agents.getLocalPort()).getBytes(US_ASCII));
      return new Ports(agents.getLocalPort(), internal.getLocalPort(), controller.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket bind(InetSocketAddress address) throws IOException {
    var socket = new ServerSocket();
    try {
      socket.setReuseAddress(true); // connections of an earlier process may still be ending
      socket.bind(address);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw new IllegalStateException(
          "Expected to listen for workshops at %s, but cannot (%s). Stop the other program there, or give another --broker-port."
              .formatted(address, e.getMessage()),
          e);
    }
  }

  private static int remembered(Path memory) {
    try {
      return Files.exists(memory) ? Integer.parseInt(Files.readString(memory).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
