package org.vicinal.agent.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
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
 *   <li>A rate without a constant, 250000 above all, it tries through a divisor that most drivers
 *       do not have; so {@link Termios} sets it, and reads back which rate the driver has taken.
 *       Nothing is said at another one.
 * </ul>
 */
public final class JsscLine implements SerialLine {
  private static final long WRITE_DEADLINE = 2_000_000_000L;

  /** Rates that the C library has a constant for; jSSC sets no other truly. */
  private static final Set<Integer> WITH_A_CONSTANT =
      Set.of(
          1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 500_000,
          576_000, 921_600, 1_000_000, 1_152_000, 1_500_000, 2_000_000, 2_500_000, 3_000_000,
          3_500_000, 4_000_000);

  private static final int STAND_IN = 115_200;
  private static final String NO_WAY = "this system has no way to set it";

  private final String path;
  private final int baud;
  private final Lines lines;
  private final SerialPort port;
  private final LineWriter writer;

  /** What the wires beside the data do, on which most boards hang their reset. */
  public enum Lines {
    /** DTR and RTS up, down when the port is closed: each opening resets most boards. */
    USUAL,
    /** Up, and they stay so when it is closed: the next opening resets no board. */
    KEPT,
    /** Down while it is open: for boards that are held in reset, or begin their loader, else. */
    DOWN
  }

  /** A port whose opening resets the board behind it, as most do. */
  public JsscLine(String path, int baud) {
    this(path, baud, Lines.USUAL);
  }

  /**
   * @param path of the device, or of a link to it
   * @param baud bits per second
   * @param lines what DTR and RTS do
   */
  public JsscLine(String path, int baud, Lines lines) {
    this.path = path;
    this.baud = baud;
    this.lines = lines;
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
    boolean usual = WITH_A_CONSTANT.contains(baud);
    boolean look = !isPseudoTerminal() || !usual || lines != Lines.USUAL;
    Optional<Termios> beside = look ? Termios.open(Path.of(path)) : Optional.empty();
    try {
      return open(usual, beside);
    } catch (SerialPortException e) {
      close();
      return new Heard.Lost(refusal(e));
    } finally {
      beside.ifPresent(Termios::close);
    }
  }

  private Heard open(boolean usual, Optional<Termios> beside) throws SerialPortException {
    port.openPort();
    boolean up = lines != Lines.DOWN;
    boolean set =
        port.setParams(
            usual ? baud : STAND_IN,
            SerialPort.DATABITS_8,
            SerialPort.STOPBITS_1,
            SerialPort.PARITY_NONE,
            up,
            up);
    if (!set && !isPseudoTerminal()) {
      return refused("its driver refuses");
    }
    port.setFlowControlMode(SerialPort.FLOWCONTROL_NONE);
    String trouble = beside.map(termios -> settle(termios, usual)).orElse(usual ? "" : NO_WAY);
    if (!trouble.isEmpty()) {
      return refused(trouble);
    }
    writer.start();
    return Heard.SILENCE;
  }

  /** The rate as the driver has it, and what closing does; empty when both are as wanted. */
  private String settle(Termios termios, boolean usual) {
    int found = usual ? termios.rate() : termios.rate(baud);
    boolean silent = usual && found <= 0; // a driver that says nothing is believed jSSC's word
    if (!silent && !Termios.near(found, baud)) {
      return found <= 0 ? "its driver refuses" : "its driver runs it at %d".formatted(found);
    }
    return lines == Lines.KEPT && !termios.keepOnClose()
        ? "its driver drops DTR whenever it is closed, which resets the board"
        : "";
  }

  private Heard refused(String found) {
    close();
    return new Heard.Lost(
        "Expected %s to run at %d baud, but %s. Choose another rate on the machine and here."
            .formatted(path, baud, found));
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
