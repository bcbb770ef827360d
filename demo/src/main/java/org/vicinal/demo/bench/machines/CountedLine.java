package org.vicinal.demo.bench.machines;

import org.vicinal.agent.serial.SerialLine;

/** Counts what crosses a line. The counts may be read by anybody. */
final class CountedLine implements SerialLine {
  private final SerialLine line;
  private final long[] counts; // to the board, from it; shared over reopenings

  CountedLine(SerialLine line, long[] counts) {
    this.line = line;
    this.counts = counts;
  }

  @Override
  public Heard open() {
    return line.open();
  }

  @Override
  public Heard read() {
    Heard heard = line.read();
    if (heard instanceof Heard.Bytes bytes) {
      counts[1] += bytes.bytes().length;
    }
    return heard;
  }

  @Override
  public void write(byte[] bytes) {
    counts[0] += bytes.length;
    line.write(bytes);
  }

  @Override
  public void writeUrgent(byte[] bytes) {
    counts[0] += bytes.length;
    line.writeUrgent(bytes);
  }

  @Override
  public void close() {
    line.close();
  }

  @Override
  public String describe() {
    return line.describe();
  }
}
