package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.wire.Json;
import tools.jackson.databind.JsonNode;

/** Speaks with a coordinator's API, as anybody may. */
final class ApiClient {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final @Nullable String token;

  /**
   * @param coordinator such as {@code http://127.0.0.1:8080}
   * @param token null for a visitor
   */
  ApiClient(URI coordinator, @Nullable String token) {
    this.base = coordinator.resolve("/api/v1/");
    this.token = token;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** The answer as text for people. */
  String text(String path) throws IOException, InterruptedException {
    return text(path, "text/plain");
  }

  /** The answer as text of this media type. */
  String text(String path, String type) throws IOException, InterruptedException {
    return body(request(path).header("Accept", type).GET().build());
  }

  JsonNode delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE().build());
  }

  JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return send(json(path).PUT(BodyPublishers.ofByteArray(Json.WIRE.write(body))).build());
  }

  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return send(json(path).POST(BodyPublishers.ofByteArray(Json.WIRE.write(body))).build());
  }

  JsonNode putFile(String path, Path file) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofFile(file))
            .build());
  }

  JsonNode postFile(String path, Path file) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofFile(file))
            .build());
  }

  /** The bytes of a file, written to {@code target}. */
  void fetchFile(String path, Path target) throws IOException, InterruptedException {
    var response = http.send(request(path).GET().build(), BodyHandlers.ofFile(target));
    if (response.statusCode() != 200) {
      throw failed(response.statusCode(), java.nio.file.Files.readString(target));
    }
  }

  /** Hands every event's data to {@code each} until the stream ends. */
  void follow(String path, Consumer<JsonNode> each) throws IOException, InterruptedException {
    var request = request(path).header("Accept", "text/event-stream").GET().build();
    var response = http.send(request, BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw failed(response.statusCode(), String.join("\n", response.body().toList()));
    }
    response
        .body()
        .filter(line -> line.startsWith("data:"))
        .forEach(line -> each.accept(Json.WIRE.mapper().readTree(line.substring(5))));
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    var body = body(request);
    return body.isEmpty()
        ? Json.WIRE.mapper().valueToTree(Map.of())
        : Json.WIRE.mapper().readTree(body);
  }

  private String body(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = http.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new Failed(
          "Expected a coordinator at %s, but nobody answers there. Start it with ./vicinal coordinator, or name another with --coordinator."
              .formatted(base.resolve("/")));
    }
    if (response.statusCode() >= 300) {
      throw failed(response.statusCode(), response.body());
    }
    return response.body();
  }

  private static Failed failed(int status, String body) {
    try {
      var problem = Json.WIRE.mapper().readTree(body);
      var detail = problem.path("detail").asString("");
      return new Failed(detail.isEmpty() ? "The coordinator answered " + status + "." : detail);
    } catch (RuntimeException notJson) {
      return new Failed("The coordinator answered " + status + ": " + body);
    }
  }

  /** The coordinator said no, or nothing; the message is its sentence. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }
}
