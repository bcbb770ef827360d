package org.vicinal.agent.setup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.wire.Json;

/** Asks a coordinator to let a workshop in, with a token of its steward. */
final class Enrolling {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int SAID = 300;
  private final URI coordinator;
  private final String token;

  Enrolling(URI coordinator, String token) {
    this.coordinator = coordinator;
    this.token = token;
  }

  /**
   * What the coordinator gives the workshop, once.
   *
   * @param place degrees north and east
   * @throws IOException when it does not, and what it says
   */
  byte[] enrol(WorkshopId workshop, String name, double[] place)
      throws IOException, InterruptedException {
    var body = Map.of("name", name, "place", Map.of("latitude", place[0], "longitude", place[1]));
    var request =
        HttpRequest.newBuilder(
                coordinator.resolve("/api/v1/workshops/%s/enrolments".formatted(workshop)))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.WIRE.write(body)))
            .build();
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        var said = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        throw new IOException(
            "Expected %s to let %s in, but it answered %d: %s"
                .formatted(
                    coordinator,
                    workshop,
                    answer.statusCode(),
                    said.substring(0, Math.min(SAID, said.length()))));
      }
      return answer.body();
    } catch (java.net.ConnectException e) {
      throw new IOException(
          "Expected a coordinator at %s, but nobody answers there.".formatted(coordinator), e);
    }
  }

  /**
   * Keeps an enrolment where only its owner may read it.
   *
   * @throws IOException when it is none
   */
  static Enrolment keep(byte[] text, Path file) throws IOException {
    Enrolment enrolment;
    try {
      enrolment = Json.WIRE.read(text, Enrolment.class);
    } catch (Json.Unreadable e) {
      throw new IOException(
          "Expected the enrolment as the coordinator gives it, but: " + e.getMessage(), e);
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, text);
    return enrolment;
  }
}
