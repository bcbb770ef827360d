package org.vicinal.agent.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts a unit where systemd finds it, and takes it away again. */
public final class Installation {
  private final Unit unit;
  private final Path home;
  private final boolean dryRun;
  private final Consumer<String> say;

  /**
   * @param home of the user, below whose {@code .config} the user's units are
   * @param dryRun whether it only says what it would do
   */
  public Installation(Unit unit, Path home, boolean dryRun, Consumer<String> say) {
    this.unit = unit;
    this.home = home;
    this.dryRun = dryRun;
    this.say = say;
  }

  /** Writes the unit and starts it, now and whenever the system or the user begins. */
  public void install() throws IOException, InterruptedException {
    if (dryRun) {
      say.accept("Would write " + file() + ":");
      say.accept("");
      say.accept(unit.text());
    } else {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), unit.text());
      say.accept("Written: " + file());
    }
    systemctl("daemon-reload");
    systemctl("enable", "--now", unit.fileName());
    if (unit.scope() == Unit.Scope.USER) {
      say.accept(
          "So that it also runs while you are not logged in: loginctl enable-linger "
              + System.getProperty("user.name", ""));
    }
  }

  /** Stops the unit and removes its file. */
  public void remove() throws IOException, InterruptedException {
    if (!dryRun && !Files.exists(file())) {
      throw new IOException(
          "Expected a unit at %s, but there is none. Nothing is installed under this name."
              .formatted(file()));
    }
    systemctl("disable", "--now", unit.fileName());
    if (dryRun) {
      say.accept("Would remove " + file());
    } else {
      Files.delete(file());
      say.accept("Removed: " + file());
    }
    systemctl("daemon-reload");
  }

  /** Shows what systemd says of it; systemd's exit code. */
  public int status() throws IOException, InterruptedException {
    return run(words("status", "--no-pager", unit.fileName()));
  }

  /** Where the unit's file is. */
  public Path file() {
    return (unit.scope() == Unit.Scope.USER
            ? home.resolve(".config/systemd/user")
            : Path.of("/etc/systemd/system"))
        .resolve(unit.fileName());
  }

  private void systemctl(String... words) throws IOException, InterruptedException {
    var command = words(words);
    if (dryRun) {
      say.accept("Would run: " + String.join(" ", command));
      return;
    }
    int code = run(command);
    if (code != 0) {
      throw new IOException(
          "Expected \"%s\" to end with 0, but it ended with %d; see above."
              .formatted(String.join(" ", command), code));
    }
  }

  private List<String> words(String... words) {
    var command = new ArrayList<>(List.of("systemctl"));
    if (unit.scope() == Unit.Scope.USER) {
      command.add("--user");
    }
    command.addAll(List.of(words));
    return command;
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new IOException(
          "Expected systemctl to be there, but it cannot be started (%s). This computer has no systemd; start the agent by other means that bring it back within 5 s."
              .formatted(e.getMessage()),
          e);
    }
  }
}
