package org.vicinal.demo.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of Vicinal in a process of its own, with a log file of its own. It ends with us, also
 * when we are killed.
 */
public final class Child {
  private static final int LAST_LINES = 12;
  private final String name;
  private final Path log;
  private final Process process;

  private Child(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static Child start(String name, Program program, Path log, List<String> arguments)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    var command = new ArrayList<>(program.command());
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process.getOutputStream().close();
    return new Child(name, log, process);
  }

  /** For people. */
  public String name() {
    return name;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean runs() {
    return process.isAlive();
  }

  /** Asks it to end, as Ctrl-C does. */
  public void end() {
    process.destroy();
  }

  /** Ends it at once, as a power cut does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it stand still, with everything it holds, until {@link #resume}. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start().waitFor();
  }

  /** Waits until it has ended; kills it when it has not after {@code millis}. */
  public void await(long millis) throws InterruptedException {
    if (!process.waitFor(Math.max(1, millis), TimeUnit.MILLISECONDS)) {
      kill();
    }
  }

  /**
   * Says so when it has ended by itself.
   *
   * @throws IllegalStateException with its last words
   */
  public void demandRunning() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "%s ended with %d. Its last lines, from %s:%n%s"
              .formatted(name, process.exitValue(), log, lastLines()));
    }
  }

  /** The end of its log. */
  public String lastLines() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(the log cannot be read: " + e.getMessage() + ")";
    }
  }
}
