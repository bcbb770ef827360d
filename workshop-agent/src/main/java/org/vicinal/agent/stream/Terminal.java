package org.vicinal.agent.stream;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process, set by {@code stty} so that each key counts at once; the settings
 * come back when it is closed, and also when the process is ended in another way.
 */
final class Terminal implements AutoCloseable {
  private static final File TTY = new File("/dev/tty");
  private static final int USUAL_COLUMNS = 80;
  private static final int PATIENCE_SECONDS = 2;

  private final String before;
  private final int columns;
  private final Thread ending = new Thread(this::restore, "terminal");

  private Terminal(String before, int columns) {
    this.before = before;
    this.columns = columns;
  }

  /** The terminal, unless input or output lead elsewhere or it cannot be set. */
  static Optional<Terminal> take() {
    if (!isTerminal()) {
      return Optional.empty();
    }
    var before = stty("-g");
    if (before == null || stty("-icanon", "-echo", "-isig", "min", "1", "time", "0") == null) {
      return Optional.empty();
    }
    var terminal = new Terminal(before, columns());
    Runtime.getRuntime().addShutdownHook(terminal.ending);
    return Optional.of(terminal);
  }

  /** Whether both keys and screen are a terminal's; the shell knows. */
  private static boolean isTerminal() {
    try {
      var process = new ProcessBuilder("sh", "-c", "test -t 0 && test -t 1").inheritIO().start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int width() {
    return columns;
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      return; // the process is already ending, and the hook does the same
    }
  }

  private void restore() {
    var _ = stty(before);
  }

  private static int columns() {
    var size = stty("size");
    if (size != null && size.matches("[0-9]+ [0-9]+")) {
      int found = Integer.parseInt(size.substring(size.indexOf(' ') + 1));
      return found > 0 ? found : USUAL_COLUMNS;
    }
    return USUAL_COLUMNS;
  }

  /** What stty printed; null when it failed. */
  private static @Nullable String stty(String... words) {
    var command = new java.util.ArrayList<>(List.of("stty"));
    command.addAll(List.of(words));
    try {
      var process =
          new ProcessBuilder(command)
              .redirectInput(TTY)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? said.strip() : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
