package org.vicinal.agent.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a slicer sends as {@code X-Api-Key}: {@code slicer-key} in the data folder, readable by its
 * owner alone. Unlike the page's it stays the same over restarts, because a slicer keeps it; it
 * opens nothing but the slicers' door. Whoever deletes the file gets another one at the next start.
 */
public record SlicerKey(String value) {
  private static final String FILE = "slicer-key";
  private static final int BYTES = 24;

  /** The key of the agent that works in {@code folder}; made when there is none. */
  public static SlicerKey of(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      byte[] secret = new byte[BYTES];
      new SecureRandom().nextBytes(secret);
      var key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
      var part = folder.resolve(FILE + ".new");
      Files.deleteIfExists(part);
      Files.createFile(
          part,
          PosixFilePermissions.asFileAttribute(
              Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
      Files.writeString(part, key);
      Files.move(part, file);
    }
    return new SlicerKey(Files.readString(file).strip());
  }

  boolean is(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.strip().getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the secret: for logs. */
  @Override
  public String toString() {
    return "the slicers' key";
  }
}
