package org.vicinal.agent.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.wire.Json;
import org.vicinal.messages.work.FileRef;
import tools.jackson.core.JacksonException;

/**
 * The files that are here, each under its digest, and the way to fetch more. A file is here whole
 * and right, or it is not here: it comes into a {@code .part} beside it, goes on where it broke
 * off, and gets its name when its digest is what it should be.
 */
public final class FileShelf {
  private static final int LONGEST_ANSWER = 4_000; // bytes of an error
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final URI coordinator;
  private final String token;
  private final HttpClient http;

  /** A file that did not come. */
  public static final class Missed extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean again;

    Missed(String message, boolean again) {
      super(message);
      this.again = again;
    }

    /** Whether another try may help. */
    public boolean again() {
      return again;
    }
  }

  /**
   * A shelf in {@code folder}.
   *
   * @param coordinator such as {@code http://127.0.0.1:8080}
   */
  public FileShelf(Path folder, URI coordinator, String token) {
    this.folder = folder;
    this.coordinator = coordinator;
    this.token = token;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Where the file of this digest is, or would be. */
  public Path pathOf(Digest digest) {
    return folder.resolve(digest.value());
  }

  /**
   * Sees to it that the file is here.
   *
   * @throws Missed when it is not, and whether it makes sense to try again
   */
  public Path fetch(FileRef file) throws Missed, InterruptedException {
    var path = pathOf(file.digest());
    if (Files.exists(path)) {
      return path;
    }
    try {
      Files.createDirectories(folder);
      var part = folder.resolve(file.digest().value() + ".part");
      download(file, part);
      check(file, part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      return path;
    } catch (IOException e) {
      throw new Missed(
          "Expected %s from %s, but the way there broke: %s."
              .formatted(file.name(), coordinator, e),
          true);
    }
  }

  /** Keeps a file that was made here under its digest, so that it is found as those that came. */
  public void keep(Path made, Digest digest) throws IOException {
    var path = pathOf(digest);
    if (Files.exists(path)) {
      return;
    }
    Files.createDirectories(folder);
    var part = folder.resolve(digest.value() + ".part");
    Files.deleteIfExists(part);
    try {
      Files.createLink(part, made);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(made, part);
    }
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private void download(FileRef file, Path part) throws IOException, Missed, InterruptedException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    if (have >= file.bytes() && have > 0) {
      return; // whole, or too long: its digest will tell
    }
    var request =
        HttpRequest.newBuilder(coordinator.resolve("/api/v1/files/" + file.digest()))
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> write(file, body, part, 0);
        case 206 -> write(file, body, part, have);
        case 416 -> {
          Files.deleteIfExists(part);
          throw new Missed(file.name() + " is shorter than was said; beginning anew.", true);
        }
        default -> throw refused(file, response.statusCode(), body.readNBytes(LONGEST_ANSWER));
      }
    }
  }

  /** 403 and 404 may pass: a grant follows its event, and the event may be on its way. */
  private Missed refused(FileRef file, int status, byte[] answer) {
    return new Missed(
        "Expected %s from %s, but it answered %d%s."
            .formatted(
                file.name(),
                coordinator,
                status,
                status == 401 ? ", the token is not valid; enrol this workshop anew" : why(answer)),
        status != 401 && status != 410);
  }

  /** The sentence of problem details (RFC 9457), if that is what was answered. */
  private static String why(byte[] answer) {
    try {
      var detail = Json.WIRE.mapper().readTree(answer).path("detail").asString("");
      return detail.isEmpty() ? "" : " (" + detail + ")";
    } catch (JacksonException notJson) {
      return "";
    }
  }

  private static void write(FileRef file, InputStream body, Path part, long from)
      throws IOException, Missed {
    try (OutputStream out =
        from == 0
            ? Files.newOutputStream(part)
            : Files.newOutputStream(part, StandardOpenOption.APPEND)) {
      byte[] buffer = new byte[64 * 1024];
      long length = from;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        length += read;
        if (length > file.bytes()) {
          break; // never more than was said: its digest cannot be right
        }
        out.write(buffer, 0, read);
      }
      if (length > file.bytes()) {
        Files.deleteIfExists(part);
        throw new Missed(
            "Expected %d bytes of %s, but more came.".formatted(file.bytes(), file.name()), false);
      }
    }
  }

  private static void check(FileRef file, Path part) throws IOException, Missed {
    if (Files.size(part) < file.bytes()) {
      throw new Missed("%s came only in part.".formatted(file.name()), true);
    }
    var sha = Digest.sha256();
    try (InputStream in = Files.newInputStream(part)) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
    }
    var found = Digest.of(sha);
    if (!found.equals(file.digest())) {
      Files.deleteIfExists(part);
      throw new Missed(
          "Expected the content of %s to have the digest %s, but found %s. It is thrown away."
              .formatted(file.name(), file.digest(), found),
          false);
    }
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
