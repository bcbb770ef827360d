package org.vicinal.agent.recorder;

import org.vicinal.agent.recorder.Traffic.Direction;
import org.vicinal.agent.serial.SerialLine;

/** A line with a recorder beside it. Same threads as the line itself. */
public final class RecordedLine implements SerialLine {
  private final SerialLine line;
  private final Recorder recorder;
  private long okHeardAt; // 0 when none waits for a write; the machine's thread only

  /** Puts a recorder beside a line that is not yet open. */
  public RecordedLine(SerialLine line, Recorder recorder) {
    this.line = line;
    this.recorder = recorder;
  }

  @Override
  public Heard open() {
    recorder.note("opening " + line.describe());
    var heard = line.open();
    if (heard instanceof Heard.Lost lost) {
      recorder.note(lost.why());
    }
    return heard;
  }

  @Override
  public Heard read() {
    var heard = line.read();
    okHeardAt = 0;
    switch (heard) {
      case Heard.Bytes some -> {
        var text = Traffic.textOf(some.bytes());
        recorder.add(Direction.HEARD, text);
        if (text.contains("ok")) {
          okHeardAt = System.nanoTime();
        }
      }
      case Heard.Silence _ -> {
        // nothing to keep
      }
      case Heard.Lost lost -> recorder.note(lost.why());
    }
    return heard;
  }

  @Override
  public void write(byte[] bytes) {
    line.write(bytes);
    if (okHeardAt != 0) {
      recorder.latency().add(System.nanoTime() - okHeardAt);
      okHeardAt = 0;
    }
    recorder.add(Direction.WRITTEN, Traffic.textOf(bytes));
  }

  @Override
  public void writeUrgent(byte[] bytes) {
    line.writeUrgent(bytes);
    recorder.add(Direction.URGENT, Traffic.textOf(bytes));
  }

  @Override
  public void stop(byte[] bytes) {
    line.stop(bytes); // first, and kept afterwards
    recorder.add(Direction.STOP, Traffic.textOf(bytes));
  }

  @Override
  public void goOn() {
    line.goOn();
  }

  @Override
  public void close() {
    line.close();
    recorder.note("closed");
  }

  @Override
  public String describe() {
    return line.describe();
  }
}
