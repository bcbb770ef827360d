package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.Simulation;

/** Lines a second on a firmware that answers at once, beside what the wire allows. */
final class Throughput {
  private static final double BITS = 10; // of a byte on the wire
  private static final String FAST = "speed=100000";

  private record Kind(Firmware firmware, String name, String switches, int window) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(Firmware.MARLIN, "marlin", "", 1),
          new Kind(Firmware.MARLIN, "marlin", "&advancedOk=true", 2),
          new Kind(Firmware.GRBL, "grbl", "", 2));

  private final Path folder;
  private final int seconds;

  Throughput(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /** Over a line in this process that takes as long as a wire of this rate. */
  void paced(int baud) throws IOException, InterruptedException {
    for (Kind kind : KINDS) {
      String port =
          Simulation.PREFIX + kind.name() + "?" + FAST + kind.switches() + "&baud=" + baud;
      long[] bytes = new long[2];
      int lines = baud / 300 * Math.min(seconds, 5) / 2;
      Progress progress = new Progress(0);
      try (Driven driven =
          new Driven(
              kind.firmware(),
              port,
              progress,
              settings -> new CountedLine(Simulation.parse(port).line(), bytes))) {
        driven.start().run(Programs.write(folder, kind.firmware(), lines), lines);
        long[] before = bytes.clone();
        driven.awaitEnd();
        double out = (bytes[0] - before[0]) / (double) lines;
        double back = (bytes[1] - before[1]) / (double) lines;
        double perLine = kind.window() == 1 ? out + back : Math.max(out, back);
        double allowed = baud / BITS / perLine;
        MachinesBench.say(
            "%s%s at %d baud".formatted(kind.name(), kind.switches(), baud),
            "%,7.0f lines/s of %,.0f that the wire allows (%.0f %%; %.1f bytes out, %.1f back a line)"
                .formatted(
                    progress.linesPerSecond(),
                    allowed,
                    100 * progress.linesPerSecond() / allowed,
                    out,
                    back),
            baud > 115_200 && kind.window() == 1 ? "nothing (one line in flight)" : "90 %");
      }
    }
  }

  /** Through a real pseudo-terminal and jSSC, without a limit. */
  void terminal() throws IOException, InterruptedException {
    for (Kind kind : KINDS) {
      String name = Simulation.PREFIX + kind.name() + "?" + FAST + kind.switches();
      int lines = (kind.firmware().numbered() ? 4_000 : 12_000) * Math.min(seconds, 5);
      Progress progress = new Progress(0);
      try (TerminalBoard board = new TerminalBoard(Simulation.parse(name)).start();
          Driven driven = new Driven(kind.firmware(), board.port().toString(), progress)) {
        driven.start().run(Programs.write(folder, kind.firmware(), lines), lines);
        driven.awaitEnd();
        MachinesBench.say(
            "%s%s over a pseudo-terminal".formatted(kind.name(), kind.switches()),
            "%,7.0f lines/s; answer to next write p50 %.3f ms, p99 %.3f ms (%d answers)"
                .formatted(
                    progress.linesPerSecond(),
                    board.answerToNext().millisAt(0.5),
                    board.answerToNext().millisAt(0.99),
                    board.answerToNext().count()),
            "%s lines/s, p50 0.150 ms, p99 2 ms"
                .formatted(kind.firmware().numbered() ? "4,500" : "15,000"));
      }
    }
  }
}
