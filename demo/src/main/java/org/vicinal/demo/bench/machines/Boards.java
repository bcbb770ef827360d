package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vicinal.agent.simulation.Simulation;

/**
 * Many simulated boards in a process of their own, so that what they cost is not counted as the
 * agent's. Says each port in a line, and ends when its input does.
 */
final class Boards {

  private Boards() {}

  /** The names of boards, such as {@code simulated:marlin}. */
  public static void main(String[] names) throws IOException {
    List<TerminalBoard> boards = new ArrayList<>();
    for (String name : names) {
      TerminalBoard board = new TerminalBoard(Simulation.parse(name)).start();
      boards.add(board);
      System.out.println(board.port());
    }
    System.out.flush();
    while (System.in.read() >= 0) {
      // until the other end is gone
    }
    boards.forEach(TerminalBoard::close);
  }

  /** The process, and the ports it has said. */
  record Started(Process process, List<String> ports) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
    }
  }

  static Started start(List<String> names) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Boards.class.getName()));
    command.addAll(names);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var said = process.inputReader();
    List<String> ports = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String port = said.readLine();
      if (port == null) {
        throw new IOException(
            "Expected %d simulated boards, but their process ended.".formatted(names.size()));
      }
      ports.add(port);
    }
    return new Started(process, ports);
  }
}
