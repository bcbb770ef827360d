package org.vicinal.demo.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A coordinator, reached over HTTP with one bearer token. */
public final class Coordinator {
  private static final JsonMapper JSON = Json.WIRE.mapper();
  private final HttpClient http;
  private final URI address;
  private final @Nullable String bearer;

  private Coordinator(HttpClient http, URI address, @Nullable String bearer) {
    this.http = http;
    this.address = address;
    this.bearer = bearer;
  }

  /** The coordinator at {@code address}, for a visitor. */
  public static Coordinator at(URI address) {
    return new Coordinator(
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), address, null);
  }

  /** The same coordinator for whoever holds {@code token}. */
  public Coordinator with(String token) {
    return new Coordinator(http, address, token);
  }

  /** The same coordinator for the same person, by another way. */
  public Coordinator by(URI way) {
    return new Coordinator(http, way, bearer);
  }

  /** Whether it answers and has read its log. */
  public boolean isReady() throws InterruptedException {
    try {
      return send(request("/actuator/health").GET()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Brings a file, which is then known by its digest. */
  public Digest bring(byte[] bytes) throws IOException, InterruptedException {
    var digest = Digest.of(bytes);
    answer(request("/api/v1/files/" + digest).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    return digest;
  }

  /** Brings a photo to an order; its name there. */
  public String bringPhoto(String order, byte[] png) throws IOException, InterruptedException {
    var body = HttpRequest.BodyPublishers.ofByteArray(png);
    return JSON.readTree(answer(request("/api/v1/orders/%s/photos".formatted(order)).POST(body)))
        .path("photo")
        .asString();
  }

  /** Sends {@code body} to {@code path} and returns what comes back. */
  public JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return JSON.readTree(answer(request(path).PUT(json(body))));
  }

  /** Asks for something to be done at {@code path}; the answer as text. */
  public String post(String path, Object body) throws IOException, InterruptedException {
    return answer(request(path).POST(json(body)));
  }

  /** What stands at {@code path}. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(answer(request(path).GET()));
  }

  /** What stands at {@code path}, as text. */
  public String text(String path) throws IOException, InterruptedException {
    return answer(request(path).GET());
  }

  /** An order. */
  public OrderSeen order(String id) throws IOException, InterruptedException {
    return JSON.treeToValue(get("/api/v1/orders/" + id), OrderSeen.class);
  }

  /** All orders that the holder of the token may see. */
  public List<OrderSeen> orders() throws IOException, InterruptedException {
    var list = get("/api/v1/orders").get("orders");
    return list.valueStream().map(node -> JSON.treeToValue(node, OrderSeen.class)).toList();
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(20));
    return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = send(request.setHeader("Content-Type", contentType(request)));
    if (response.statusCode() >= 300) {
      throw new Refused(
          response.statusCode(), "%d %s".formatted(response.statusCode(), detail(response.body())));
    }
    return response.body();
  }

  private static String contentType(HttpRequest.Builder request) {
    return request.build().uri().getPath().contains("/files/")
            || request.build().uri().getPath().endsWith("/photos")
        ? "application/octet-stream"
        : "application/json";
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String detail(String body) {
    try {
      var problem = JSON.readValue(body, Map.class);
      return problem.get("detail")
          + (problem.get("field") == null ? "" : " (field " + problem.get("field") + ")");
    } catch (tools.jackson.core.JacksonException notAProblem) {
      return body;
    }
  }
}
