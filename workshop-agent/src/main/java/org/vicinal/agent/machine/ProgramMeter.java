package org.vicinal.agent.machine;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.vicinal.agent.firmware.Firmware;
import org.vicinal.gcode.Dialect;
import org.vicinal.gcode.Inspector;

/** Works out where a program goes, on a thread of its own. */
final class ProgramMeter {

  private ProgramMeter() {}

  static void measure(RunRequest request, Firmware firmware, Predicate<Input> mailbox) {
    Thread.ofVirtual()
        .name("measuring " + request.runId())
        .start(
            () -> {
              Input found = measured(request, firmware);
              long end = System.nanoTime() + 60_000_000_000L;
              while (!mailbox.test(found) && System.nanoTime() < end) {
                LockSupport.parkNanos(1_000_000); // the mailbox is full, and this must arrive
              }
            });
  }

  private static Input measured(RunRequest request, Firmware firmware) {
    try {
      var inspection =
          Inspector.anyMachine()
              .withDialect(Dialect.find(firmware.name()).orElseThrow())
              .inspect(request.program());
      return new Input.ProgramMeasured(
          System.nanoTime(),
          request.runId(),
          new Reach(inspection.box().all(), inspection.box().cutting()));
    } catch (IOException e) {
      return new Input.ProgramUnreadable(
          System.nanoTime(),
          request.runId(),
          "%s: %s".formatted(request.program().getFileName(), e.getMessage()));
    }
  }
}
