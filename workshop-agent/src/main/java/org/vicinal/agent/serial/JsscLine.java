package org.vicinal.agent.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import jssc.SerialPort;
import jssc.SerialPortException;

/**
 * A serial port by jSSC; the only class that knows it. What its traps are on Linux, and what is
 * done about each:
 *
 * <ul>
 *   <li>Blocking reads spin after a hang-up and timed reads spin always; so nothing here blocks:
 *       {@link #read} asks how much is there and takes that. The asking throws within milliseconds
 *       when the port is gone, which nothing else does.
 *   <li>A write blocks for ever when the peer stops reading, and says {@code false} when it has
 *       written only a part; so writing has its own thread, a deadline, and a part counts as a
 *       loss.
 *   <li>{@code setParams} says {@code false} on every pseudo-terminal although it took effect; so
 *       {@code false} is believed on anything else.
 * </ul>
 */
public final class JsscLine implements SerialLine {
  private static final long WRITE_DEADLINE = 2_000_000_000L;

  private final String path;
  private final int baud;
  private final SerialPort port;
  private final LineWriter writer;

  /**
   * @param path of the device, or of a link to it
   * @param baud bits per second
   */
  public JsscLine(String path, int baud) {
    this.path = path;
    this.baud = baud;
    this.port = new SerialPort(path);
    this.writer = new LineWriter("write " + path, new Driver(), WRITE_DEADLINE);
  }

  @Override
  public Heard open() {
    if (!Files.exists(Path.of(path))) {
      return new Heard.Lost(
          "Expected a port at %s, but there is none. Plug the machine in and switch it on, or correct the port's name."
              .formatted(path));
    }
    try {
      port.openPort();
      boolean set =
          port.setParams(
              baud,
              SerialPort.DATABITS_8,
              SerialPort.STOPBITS_1,
              SerialPort.PARITY_NONE,
              true,
              true);
      if (!set && !isPseudoTerminal()) {
        close();
        return new Heard.Lost(
            "Expected %s to run at %d baud, but its driver refuses. Choose another rate on the machine and here."
                .formatted(path, baud));
      }
      port.setFlowControlMode(SerialPort.FLOWCONTROL_NONE);
      writer.start();
      return Heard.SILENCE;
    } catch (SerialPortException e) {
      close();
      return new Heard.Lost(refusal(e));
    }
  }

  private boolean isPseudoTerminal() {
    try {
      return Path.of(path).toRealPath().startsWith("/dev/pts");
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private String refusal(SerialPortException e) {
    String expected = "Expected %s to open at %d baud, but ".formatted(path, baud);
    return expected
        + switch (e.getExceptionType()) {
          case SerialPortException.TYPE_PORT_BUSY ->
              "it is in use. Close the other program (fuser %s names it).".formatted(path);
          case SerialPortException.TYPE_PERMISSION_DENIED ->
              "it may not be opened by this user. Add the user to the port's group (ls -l %s names it)."
                  .formatted(path);
          case SerialPortException.TYPE_PORT_NOT_FOUND ->
              "there is no such port. Plug the machine in, or correct the port's name.";
          case SerialPortException.TYPE_INCORRECT_SERIAL_PORT ->
              "it is no serial port. Correct the port's name.";
          default -> "the driver says: %s.".formatted(e.getExceptionType());
        };
  }

  @Override
  public Heard read() {
    String trouble = writer.trouble();
    if (!trouble.isEmpty()) {
      return lost(trouble);
    }
    try {
      int there = port.getInputBufferBytesCount();
      if (there <= 0) {
        return Heard.SILENCE;
      }
      byte[] bytes = port.readBytes(there);
      return bytes == null || bytes.length == 0 ? Heard.SILENCE : new Heard.Bytes(bytes);
    } catch (SerialPortException e) {
      return lost(e.getExceptionType());
    }
  }

  private Heard lost(String why) {
    return new Heard.Lost(
        "Lost %s: %s. Look at the cable and the machine's power.".formatted(path, why));
  }

  /** The port as its writing thread knows it. */
  private final class Driver implements LineWriter.Port {
    @Override
    public void write(byte[] bytes) throws SerialPortException {
      if (!port.writeBytes(bytes)) {
        throw new SerialPortException(port, "writeBytes", "only a part of a line was taken");
      }
    }

    @Override
    public void clear() {
      try {
        port.purgePort(SerialPort.PURGE_TXABORT | SerialPort.PURGE_TXCLEAR);
      } catch (SerialPortException e) {
        return; // gone, as the next read will find
      }
    }
  }

  @Override
  public void write(byte[] bytes) {
    writer.write(bytes);
  }

  @Override
  public void writeUrgent(byte[] bytes) {
    writer.writeUrgent(bytes);
  }

  @Override
  public void stop(byte[] bytes) {
    writer.stop(bytes);
  }

  @Override
  public void goOn() {
    writer.goOn();
  }

  @Override
  public void close() {
    writer.close();
    try {
      if (port.isOpened()) {
        port.closePort();
      }
    } catch (SerialPortException e) {
      return; // already gone
    }
  }

  @Override
  public String describe() {
    return "%s at %d baud".formatted(path, baud);
  }
}
