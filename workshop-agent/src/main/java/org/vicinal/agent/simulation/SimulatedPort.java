package org.vicinal.agent.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A path that leads to a simulated machine and to nothing else: a link to a pseudo-terminal, with a
 * file {@code PATH.simulated} beside it that names the process and the terminal.
 *
 * @param link the path that is configured as a machine's port
 * @param slave where it leads
 * @param pid of the process behind it
 */
public record SimulatedPort(Path link, Path slave, long pid) {

  /** The file that stands beside the link. */
  static Path markOf(Path link) {
    return link.resolveSibling(link.getFileName() + ".simulated");
  }

  /** Makes the link and its mark; replaces an older link, never anything else. */
  void publish() throws IOException {
    if (Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)
        && !Files.isSymbolicLink(link)) {
      throw new IOException(
          "Expected to make a link at %s, but something else is there. Remove it or choose another path."
              .formatted(link));
    }
    Files.writeString(markOf(link), "%d%n%s%n".formatted(pid, slave));
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, slave);
  }

  /** Takes link and mark away. */
  void withdraw() throws IOException {
    Files.deleteIfExists(link);
    Files.deleteIfExists(markOf(link));
  }

  /** Whether nothing real is behind a port of this name. */
  public static boolean leadsToSimulation(String port) {
    return port.startsWith(Simulation.PREFIX)
        || (!port.contains("://") && find(Path.of(port)).isPresent());
  }

  /**
   * The simulation behind this port: only if the path leads to a pseudo-terminal, the mark names
   * the same one, and its process is alive.
   */
  public static Optional<SimulatedPort> find(Path port) {
    try {
      Path real = port.toRealPath();
      List<String> mark = Files.readAllLines(markOf(port));
      long pid = Long.parseLong(mark.getFirst());
      boolean same = real.startsWith("/dev/pts") && real.equals(Path.of(mark.get(1)));
      boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
      return same && alive ? Optional.of(new SimulatedPort(port, real, pid)) : Optional.empty();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
