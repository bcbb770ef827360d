package org.vicinal.agent.unit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A unit of systemd that runs this agent.
 *
 * @param name without {@code .service}
 * @param command the program and its arguments
 * @param folder in which it works
 * @param scope whose systemd keeps it
 * @param account the user it runs as; only in the system's scope
 */
public record Unit(String name, List<String> command, Path folder, Scope scope, String account) {

  /** Seconds until systemd starts the agent again, however it ended. */
  private static final int RESTART_SECONDS = 1;

  /** Whose systemd. */
  public enum Scope {
    /** The user's own; needs no root. */
    USER,
    /** The system's; runs before anybody logs in. */
    SYSTEM
  }

  public Unit {
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "Expected a unit's name of letters, digits, - and _, found \"%s\".".formatted(name));
    }
    command = List.copyOf(command);
  }

  /** The text of the unit's file. */
  public String text() {
    boolean user = scope == Scope.USER;
    return """
    # Written by "vicinal agent service install"; "remove" takes it away.
    [Unit]
    Description=Vicinal workshop agent (%s)
    %s# However often it fails: a machine may be hot.
    StartLimitIntervalSec=0

    [Service]
    Type=exec
    ExecStart=%s
    WorkingDirectory=%s
    %s# Back within 5 s; at start it first makes every machine safe that was at work.
    Restart=always
    RestartSec=%d
    # SIGTERM cancels runs in order: heaters and spindle off.
    KillSignal=SIGTERM
    KillMode=mixed
    TimeoutStopSec=15
    SuccessExitStatus=143

    [Install]
    WantedBy=%s
    """
        .formatted(
            name,
            user ? "" : "After=local-fs.target network.target\n",
            command.stream().map(Unit::quoted).collect(Collectors.joining(" ")),
            escaped(folder.toString()),
            user ? "" : "User=%s\n".formatted(account),
            RESTART_SECONDS,
            user ? "default.target" : "multi-user.target");
  }

  /** The file's name. */
  String fileName() {
    return name + ".service";
  }

  /** A word as systemd reads a command: quoted, with its specifiers and variables disarmed. */
  private static String quoted(String word) {
    var safe = escaped(word).replace("$", "$$");
    return word.matches("[A-Za-z0-9_@%+=:,./$-]+")
        ? safe
        : '"' + safe.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
