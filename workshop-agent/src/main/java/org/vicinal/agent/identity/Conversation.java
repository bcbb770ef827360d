package org.vicinal.agent.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.vicinal.agent.firmware.LineFramer;
import org.vicinal.agent.serial.SerialLine;
import org.vicinal.agent.serial.SerialLine.Heard;

/** Questions and answers over one open line. One thread. */
final class Conversation {
  private static final long LOOK_AGAIN_NANOS = 2_000_000;

  private final SerialLine line;
  private LineFramer framer = LineFramer.EMPTY;
  private long bytes;
  private long strange;
  private String lost = "";

  /** What was said to a question, and whether the firmware ended its answer. */
  record Reply(List<String> lines, boolean ended) {

    /** Whether it ended in {@code ok}. */
    boolean ok() {
      return ended && lines.stream().anyMatch(Conversation::isOk);
    }
  }

  Conversation(SerialLine line) {
    this.line = line;
  }

  /** Sends a line and listens until its answer has ended. */
  Reply ask(String text, Duration patience) {
    line.write((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
    return listen(patience, Conversation::isEnd);
  }

  /** Sends bytes that stand outside of lines. */
  void interject(String text) {
    line.writeUrgent(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** All lines until one is the last, or patience ends. */
  Reply listen(Duration patience, Predicate<String> last) {
    var lines = new ArrayList<String>();
    long until = System.nanoTime() + patience.toNanos();
    while (lost.isEmpty() && System.nanoTime() < until) {
      switch (line.read()) {
        case Heard.Bytes heard -> {
          for (var said : take(heard.bytes())) {
            lines.add(said);
            if (last.test(said)) {
              return new Reply(List.copyOf(lines), true);
            }
          }
        }
        case Heard.Silence _ -> LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        case Heard.Lost gone -> lost = gone.why();
      }
    }
    return new Reply(List.copyOf(lines), false);
  }

  private List<String> take(byte[] heard) {
    bytes += heard.length;
    for (byte b : heard) {
      strange += b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
    }
    var framed = framer.take(heard);
    framer = framed.next();
    return framed.lines();
  }

  /** Whether what came is no text, as at a wrong rate. */
  boolean isNoise() {
    return bytes > 0 && strange * 10 >= bytes;
  }

  boolean isSilent() {
    return bytes == 0;
  }

  /** Why the line is gone; empty while it is there. */
  String lost() {
    return lost;
  }

  private static boolean isEnd(String line) {
    return isOk(line) || line.startsWith("error:") || line.startsWith("Error:");
  }

  private static boolean isOk(String line) {
    return line.startsWith("ok") && (line.length() == 2 || !Character.isLetter(line.charAt(2)));
  }
}
