package org.vicinal.agent;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.vicinal.agent.machine.Beginning;
import org.vicinal.agent.machine.MachineEvent;
import org.vicinal.agent.machine.MachineListener;
import org.vicinal.agent.machine.MachineRunner;
import org.vicinal.agent.machine.Ports;
import org.vicinal.agent.machine.RunLog;
import org.vicinal.agent.recorder.BlackBox;
import org.vicinal.agent.recorder.RecordedLine;
import org.vicinal.agent.recorder.Recorder;
import org.vicinal.agent.recorder.Trouble;

/** One machine's place in the agent: its thread, and the recorder beside its line. */
final class Station implements AutoCloseable {
  private final MachineEntry entry;
  private final Recorder recorder = new Recorder(Clock.systemUTC());
  private final Trouble trouble;
  private final MachineRunner machine;

  /**
   * @param records the folder of black boxes
   * @param listener hears what the machine tells, after the recorder
   * @param written hears why and where a record was written
   */
  Station(
      MachineEntry entry,
      Beginning beginning,
      RunLog log,
      Path records,
      MachineListener listener,
      BiConsumer<String, Path> written) {
    this.entry = entry;
    this.trouble =
        new Trouble(entry.name(), recorder, new BlackBox(records, Clock.systemUTC()), written);
    this.machine =
        new MachineRunner(
            entry.settings(),
            beginning,
            log,
            event -> heard(event, listener),
            settings -> new RecordedLine(Ports.line(settings.port(), settings.baud()), recorder));
  }

  private void heard(MachineEvent event, MachineListener listener) {
    trouble.on(event, this::status);
    listener.on(event);
  }

  private org.vicinal.agent.machine.MachineStatus status() {
    return machine.status();
  }

  MachineEntry entry() {
    return entry;
  }

  MachineRunner machine() {
    return machine;
  }

  Recorder recorder() {
    return recorder;
  }

  @Override
  public void close() {
    machine.close();
    trouble.close();
  }
}
