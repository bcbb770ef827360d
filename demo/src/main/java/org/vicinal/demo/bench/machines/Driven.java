package org.vicinal.demo.bench.machines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.agent.machine.Answer;
import org.vicinal.agent.machine.Beginning;
import org.vicinal.agent.machine.Condition;
import org.vicinal.agent.machine.Machine;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.MachineLimits;
import org.vicinal.agent.machine.MachineRunner;
import org.vicinal.agent.machine.MachineSettings;
import org.vicinal.agent.machine.RunLog;
import org.vicinal.agent.machine.RunRequest;
import org.vicinal.agent.machine.Stock;
import org.vicinal.agent.serial.SerialLine;

/** One machine as the agent drives it, led by the bench where a person would be. */
final class Driven implements AutoCloseable {
  private static final Stock STOCK = new Stock(9000, 9000, 2000, 4500, 4500, 1000);
  private static final long PATIENCE_SECONDS = 120;

  private final MachineRunner runner;
  private final BlockingQueue<MachineEvent> events = new LinkedBlockingQueue<>();
  private int runs;

  Driven(Firmware firmware, String port, RunLog log) {
    runner = new MachineRunner(settings(firmware, port), Beginning.CONFIRMED, log, events::add);
  }

  Driven(Firmware firmware, String port, RunLog log, Function<MachineSettings, SerialLine> lines) {
    runner =
        new MachineRunner(settings(firmware, port), Beginning.CONFIRMED, log, events::add, lines);
  }

  private static MachineSettings settings(Firmware firmware, String port) {
    return new MachineSettings(port, port, 115_200, firmware, MachineLimits.box(250, 210, 210));
  }

  Driven start() {
    runner.start();
    return this;
  }

  Machine machine() {
    return runner;
  }

  /** Begins a run, with all that a person says before it. */
  void run(Path program, long lines) throws IOException, InterruptedException {
    awaitReady();
    var request = new RunRequest("bench" + runs++, program, lines);
    if (ask(runner.run(request)) instanceof Answer.Refused refused) {
      throw new IOException("Expected a run to begin, but: " + refused);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      Condition condition = runner.status().condition();
      switch (condition) {
        case READY -> {
          return;
        }
        case OCCUPIED, FAULTED -> {
          ask(runner.stock(STOCK, "bench")); // refused by printers, which have none
          ask(runner.confirm("bench", Instant.now(), "all clear"));
        }
        case ALARM -> ask(runner.clearAlarm(Machine.AlarmExit.UNLOCK, "bench"));
        default -> {
          // on its way
        }
      }
      events.poll(2, TimeUnit.MILLISECONDS);
    }
    throw new IOException("Expected the machine to be ready, but it is " + runner.status());
  }

  void awaitEnd() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      if (events.poll(50, TimeUnit.MILLISECONDS) instanceof MachineEvent.RunEnded) {
        return;
      }
    }
    throw new IOException("Expected the run to end, but the machine is " + runner.status());
  }

  private static Answer ask(java.util.concurrent.Future<Answer> question)
      throws IOException, InterruptedException {
    try {
      return question.get();
    } catch (ExecutionException e) {
      throw new IOException("A question to a machine failed", e);
    }
  }

  @Override
  public void close() {
    runner.close();
  }
}
