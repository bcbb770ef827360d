package org.vicinal.agent.serial;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A controller that listens on a network, or a serial port shared by a terminal server. */
public final class TcpLine implements SerialLine {
  private static final long WRITE_DEADLINE = 2_000_000_000L;
  private static final int CONNECT_MILLIS = 3000;

  private final String host;
  private final int port;
  private final ByteBuffer incoming = ByteBuffer.allocate(4096);
  private final LineWriter writer;
  private volatile @Nullable SocketChannel channel;

  /** A line to this address; nothing is connected yet. */
  public TcpLine(String host, int port) {
    this.host = host;
    this.port = port;
    this.writer = new LineWriter("write " + host + ":" + port, this::writeWhole, WRITE_DEADLINE);
  }

  @Override
  public Heard open() {
    try {
      var opened = SocketChannel.open();
      opened.socket().connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      opened.configureBlocking(false);
      channel = opened;
      writer.start();
      return Heard.SILENCE;
    } catch (IOException e) {
      return new Heard.Lost(
          "Expected a machine at tcp://%s:%d, but: %s. Look at its power and its network."
              .formatted(host, port, e.getMessage()));
    }
  }

  @Override
  public Heard read() {
    SocketChannel open = channel;
    String trouble = writer.trouble();
    if (open == null || !trouble.isEmpty()) {
      return lost(trouble);
    }
    try {
      incoming.clear();
      int count = open.read(incoming);
      if (count < 0) {
        return lost("the machine has closed the connection");
      }
      return count == 0 ? Heard.SILENCE : new Heard.Bytes(Arrays.copyOf(incoming.array(), count));
    } catch (IOException e) {
      return lost(String.valueOf(e.getMessage()));
    }
  }

  private Heard lost(String why) {
    return new Heard.Lost(
        "Lost tcp://%s:%d: %s. Look at the machine's power and network."
            .formatted(host, port, why));
  }

  private void writeWhole(byte[] bytes) throws IOException {
    SocketChannel open = channel;
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (open != null && rest.hasRemaining()) {
      if (open.write(rest) == 0) {
        LockSupport.parkNanos(100_000);
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
    SocketChannel open = channel;
    channel = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      return; // already gone
    }
  }

  @Override
  public String describe() {
    return "tcp://%s:%d".formatted(host, port);
  }
}
