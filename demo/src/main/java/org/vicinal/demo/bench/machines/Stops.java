package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.simulation.Simulation;

/**
 * From the call to the byte on the wire, with eight machines streaming over pseudo-terminals, a
 * disk that hangs now and then, and nobody at the other end of the network.
 */
final class Stops {
  private static final int MACHINES = 8;
  private static final int LINES = 20_000;
  private static final long SLOW_MILLIS = 20;

  private final Path folder;

  Stops(Path folder) {
    this.folder = folder;
  }

  void time(int wanted) throws IOException, InterruptedException {
    Samples samples = new Samples(wanted + MACHINES);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService people = Executors.newFixedThreadPool(MACHINES)) {
      for (int i = 0; i < MACHINES; i++) {
        Firmware firmware = i % 2 == 0 ? Firmware.MARLIN : Firmware.GRBL;
        all.add(people.submit(() -> stopAgainAndAgain(firmware, wanted, samples)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException("A stop could not be timed: " + e.getMessage(), e);
    }
    MachinesBench.say(
        "stop, call to byte, eight streaming, disk of %d ms".formatted(SLOW_MILLIS),
        "p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms (%d stops)"
            .formatted(
                samples.millisAt(0.5),
                samples.millisAt(0.99),
                samples.millisAt(0.999),
                samples.count()),
        "p99.9 100 ms");
  }

  private @Nullable Void stopAgainAndAgain(Firmware firmware, int wanted, Samples samples)
      throws IOException, InterruptedException {
    String name = Simulation.PREFIX + firmware.name() + "?speed=1000&bootMillis=10";
    Path program = Programs.write(folder, firmware, LINES);
    try (TerminalBoard board = new TerminalBoard(Simulation.parse(name)).start();
        Driven driven =
            new Driven(firmware, board.port().toString(), new Progress(SLOW_MILLIS)).start()) {
      while (samples.count() < wanted) {
        driven.run(program, LINES);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000_000));
        long asked = System.nanoTime();
        var answer = driven.machine().stopNow();
        samples.add(seen(board, asked) - asked);
        answer.join();
      }
    }
    return null;
  }

  private static long seen(TerminalBoard board, long asked) throws IOException {
    long end = asked + TimeUnit.SECONDS.toNanos(10);
    while (board.stopSeenAt() < asked) {
      if (System.nanoTime() > end) {
        throw new IOException("Expected a stop on the wire within 10 s, but none came.");
      }
      LockSupport.parkNanos(20_000);
    }
    return board.stopSeenAt();
  }
}
