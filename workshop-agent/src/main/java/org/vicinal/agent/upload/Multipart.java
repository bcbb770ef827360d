package org.vicinal.agent.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body of {@code multipart/form-data} (RFC 7578), read part by part while it comes, so that a
 * program of any length needs one buffer. Used by one thread.
 */
final class Multipart {
  private static final int BUFFER = 64 * 1024;
  private static final int HEADERS_MOST = 8 * 1024;
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)\\bboundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))");
  private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i);\\s*filename=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private boolean ended;

  /**
   * A part of the form.
   *
   * @param fileName null where it is no file
   */
  record Part(String name, @Nullable String fileName) {}

  /**
   * @param contentType the request's header, which names the boundary
   */
  Multipart(String contentType, InputStream in) throws Refusal {
    var found = BOUNDARY.matcher(contentType);
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !found.find()) {
      throw broken("a body of multipart/form-data with a boundary");
    }
    var boundary = found.group(1) != null ? found.group(1) : found.group(2);
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    buffer[to++] = '\r'; // so that the first boundary looks as the others do
    buffer[to++] = '\n';
  }

  /** The next part, once the one before it is left behind; empty after the last. */
  Optional<Part> next() throws IOException, Refusal {
    if (ended) {
      return Optional.empty();
    }
    byte[] rest = new byte[BUFFER];
    while (read(rest) >= 0) {
      // what nobody wanted of the part before
    }
    from += delimiter.length;
    var line = line();
    if (line.startsWith("--")) {
      ended = true;
      return Optional.empty();
    }
    if (!line.isBlank()) {
      throw broken("a line end behind every boundary");
    }
    var disposition = "";
    int length = 0;
    for (var header = line(); !header.isEmpty(); header = line()) {
      length += header.length();
      if (length > HEADERS_MOST) {
        throw broken("headers of a part of at most 8 kB");
      }
      if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        disposition = header;
      }
    }
    var name = NAME.matcher(disposition);
    var file = FILE_NAME.matcher(disposition);
    if (!name.find()) {
      throw broken("a name for every part of the form");
    }
    return Optional.of(
        new Part(unescaped(name.group(1)), file.find() ? unescaped(file.group(1)) : null));
  }

  /**
   * Reads on in the part.
   *
   * @return how many bytes; -1 at the part's end
   */
  int read(byte[] target) throws IOException, Refusal {
    while (true) {
      int at = find();
      int safe = at >= 0 ? at : to - delimiter.length + 1; // a delimiter may begin behind it
      if (safe > from) {
        int count = Math.min(target.length, safe - from);
        System.arraycopy(buffer, from, target, 0, count);
        from += count;
        return count;
      }
      if (at >= 0) {
        return -1;
      }
      fill();
    }
  }

  private int find() {
    for (int at = from; at <= to - delimiter.length; at++) {
      int same = 0;
      while (same < delimiter.length && buffer[at + same] == delimiter[same]) {
        same++;
      }
      if (same == delimiter.length) {
        return at;
      }
    }
    return -1;
  }

  private String line() throws IOException, Refusal {
    while (true) {
      for (int at = from; at + 1 < to; at++) {
        if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
          var line = new String(buffer, from, at - from, StandardCharsets.UTF_8);
          from = at + 2;
          return line;
        }
      }
      if (to - from >= 2 && buffer[from] == '-' && buffer[from + 1] == '-') {
        return "--"; // the end, which needs no line end behind it
      }
      if (to - from > HEADERS_MOST) {
        throw broken("lines of at most 8 kB between the parts");
      }
      fill();
    }
  }

  private void fill() throws IOException, Refusal {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int count = in.read(buffer, to, buffer.length - to);
    if (count < 0) {
      throw broken("the form to go on to its last boundary");
    }
    to += count;
  }

  /** Browsers and Qt write a quote as {@code %22}, libcurl writes it as {@code \"}. */
  private static String unescaped(String quoted) {
    return quoted.replace("\\\"", "\"").replace("\\\\", "\\").replace("%22", "\"");
  }

  private static Refusal broken(String expected) {
    return new Refusal(400, "Expected " + expected + ", but the upload is not so. Send it again.");
  }
}
