package org.vicinal.agent.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.Digest;

/**
 * Brings programs in: to the disk while they come, never into memory, and not more than there is
 * room for. What does not come whole leaves nothing behind. Any thread.
 */
final class Reception {
  /** What is taken in: about 40 hours of printing are 200 MB of text. */
  static final Limits USUAL = new Limits(1L << 30, 500L << 20);

  private static final int AT_ONCE = 3;
  private static final int FIELDS_MOST = 32;
  private static final int FIELD_BYTES = 4 * 1024;
  private static final int LOOK_AGAIN = 16 << 20;
  private static final Set<String> ENDINGS =
      Set.of("gcode", "gco", "g", "gc", "bgcode", "nc", "ngc", "tap", "cnc");

  private final Path folder;
  private final Limits limits;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * How much is taken in.
   *
   * @param largest program in bytes
   * @param leave bytes on the disk that the journal keeps for itself
   */
  record Limits(long largest, long leave) {}

  /** A form with one file in it. */
  record Form(Sent sent, Map<String, String> fields) {
    boolean says(String field) {
      return fields.getOrDefault(field, "").strip().equalsIgnoreCase("true");
    }
  }

  /**
   * @param folder on the same disk as the files; what an earlier process left there is swept away
   */
  Reception(Path folder, Limits limits) throws IOException {
    this.folder = folder;
    this.limits = limits;
    Files.createDirectories(folder);
    try (var old = Files.list(folder)) {
      for (var file : old.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * Reads the form. Its file is the caller's to move or delete.
   *
   * @param announced the length of the body; -1 when it was not said
   * @throws IOException when the slicer went away
   */
  Form take(String contentType, long announced, InputStream body) throws IOException, Refusal {
    if (announced > limits.largest()) {
      throw tooLarge();
    }
    room(Math.max(0, announced));
    if (!places.tryAcquire()) {
      throw new Refusal(
          503, "%d programs are coming in just now. Send it again.".formatted(AT_ONCE));
    }
    try {
      return read(new Multipart(contentType, body));
    } finally {
      places.release();
    }
  }

  private Form read(Multipart form) throws IOException, Refusal {
    var fields = new HashMap<String, String>();
    Sent sent = null;
    try {
      for (var part = form.next(); part.isPresent(); part = form.next()) {
        var fileName = part.get().fileName();
        if (fileName == null) {
          if (fields.size() == FIELDS_MOST) {
            throw new Refusal(400, "Expected at most %d fields.".formatted(FIELDS_MOST));
          }
          fields.put(part.get().name(), field(form, part.get().name()));
        } else if (sent != null) {
          throw new Refusal(400, "Expected one program at a time, but a second came with it.");
        } else {
          sent = file(form, name(fileName));
        }
      }
      if (sent == null) {
        throw new Refusal(400, "Expected a program in \"file\", but no file came.");
      }
      return new Form(sent, fields);
    } catch (IOException | Refusal e) {
      discard(sent);
      throw e;
    }
  }

  private static String field(Multipart form, String name) throws IOException, Refusal {
    var value = new ByteArrayOutputStream();
    byte[] buffer = new byte[FIELD_BYTES];
    for (int count = form.read(buffer); count >= 0; count = form.read(buffer)) {
      value.write(buffer, 0, count);
      if (value.size() > FIELD_BYTES) {
        throw new Refusal(400, "Expected less than 4 kB in \"%s\".".formatted(name));
      }
    }
    return value.toString(StandardCharsets.UTF_8);
  }

  private Sent file(Multipart form, String name) throws IOException, Refusal {
    var part = Files.createTempFile(folder, "sent", ".part");
    try {
      var sha = Digest.sha256();
      byte[] buffer = new byte[64 * 1024];
      long length = 0;
      long looked = 0;
      try (var out = Files.newOutputStream(part)) {
        for (int count = form.read(buffer); count >= 0; count = form.read(buffer)) {
          length += count;
          if (length > limits.largest()) {
            throw tooLarge();
          }
          if (length - looked > LOOK_AGAIN) {
            room(0);
            looked = length;
          }
          sha.update(buffer, 0, count);
          write(out, buffer, count);
        }
      }
      if (length == 0) {
        throw new Refusal(400, "Expected a program, but %s is empty.".formatted(name));
      }
      return new Sent(name, part, Digest.of(sha), length);
    } catch (IOException | Refusal e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private static void write(java.io.OutputStream out, byte[] buffer, int count) throws Refusal {
    try {
      out.write(buffer, 0, count);
    } catch (IOException e) {
      throw new Refusal(507, "The workshop's disk does not take it: " + e.getMessage());
    }
  }

  private void room(long bytes) throws IOException, Refusal {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free - bytes < limits.leave()) {
      throw new Refusal(
          507,
          "The workshop's disk has %d MB left, and keeps %d MB for its journal. Make room on it."
              .formatted(free >> 20, limits.leave() >> 20));
    }
  }

  private Refusal tooLarge() {
    return new Refusal(
        413, "Expected a program of at most %d MB.".formatted(limits.largest() >> 20));
  }

  /** Throws the file away. */
  static void discard(@Nullable Sent sent) throws IOException {
    if (sent != null) {
      Files.deleteIfExists(sent.file());
    }
  }

  /** A name that is safe as a file's: no folders, nothing hidden, of a kind that holds programs. */
  static String name(String given) throws Refusal {
    var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var safe = last.replaceAll("[^\\p{L}\\p{N}._()+ -]", "_").strip().replaceAll("^[.]+", "");
    if (safe.isEmpty() || safe.length() > 120) {
      throw new Refusal(400, "Expected a file name of 1 to 120 characters.");
    }
    var ending = safe.substring(safe.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!ENDINGS.contains(ending)) {
      throw new Refusal(
          415,
          "Expected G-code (.gcode, .bgcode, .nc and the like), but found \"%s\".".formatted(safe));
    }
    return safe;
  }
}
