package org.vicinal.agent.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.vicinal.messages.wire.Json;

/**
 * Where the running agent is to be asked, and the key for it: {@code control.json} in its data
 * folder, readable by its owner alone. Whoever can read the folder may ask.
 *
 * @param pid of the agent's process
 */
public record Access(String url, String token, long pid) {
  private static final String FILE = "control.json";
  private static final int TOKEN_BYTES = 32;

  static Access fresh(int port) {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Access(
        "http://127.0.0.1:" + port,
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
        ProcessHandle.current().pid());
  }

  /**
   * The access to the agent that works in {@code folder}.
   *
   * @throws IOException when there is none
   */
  public static Access read(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new IOException(
          "Expected a running agent in %s, but it has no %s. Start it, or name its folder with --data."
              .formatted(folder, FILE));
    }
    try {
      return Json.WIRE.read(Files.readAllBytes(file), Access.class);
    } catch (Json.Unreadable e) {
      throw new IOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  void write(Path folder) throws IOException {
    var file = folder.resolve(FILE + ".new");
    Files.deleteIfExists(file);
    Files.createFile(
        file,
        PosixFilePermissions.asFileAttribute(
            Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
    Files.write(file, Json.WIRE.pretty(Access.class, this).getBytes(StandardCharsets.UTF_8));
    Files.move(
        file,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }

  /** Without the token: for logs. */
  @Override
  public String toString() {
    return "Access to " + url;
  }
}
