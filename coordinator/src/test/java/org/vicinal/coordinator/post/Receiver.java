package org.vicinal.coordinator.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vicinal.messages.wire.Json;
import tools.jackson.databind.JsonNode;

/** Somebody's webhook. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What came. */
  public record Post(String id, String timestamp, String signature, String body) {
    /** As Standard Webhooks checks it. */
    public boolean signedWith(String secret) throws Exception {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return signature.equals(
          "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8))));
    }

    public JsonNode json() {
      return Json.WIRE.mapper().readTree(body);
    }
  }

  /**
   * Answers what comes with {@code status}.
   *
   * @param status 0: takes it, and never answers
   */
  public Receiver(int status) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          posts.add(
              new Post(
                  String.valueOf(headers.getFirst("webhook-id")),
                  String.valueOf(headers.getFirst("webhook-timestamp")),
                  String.valueOf(headers.getFirst("webhook-signature")),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          if (status == 0) {
            await();
          }
          exchange.sendResponseHeaders(status == 0 ? 500 : status, -1);
          exchange.close();
        });
    server.start();
  }

  private void await() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  /** The next one, for which it waits a minute. */
  public Post take() throws InterruptedException {
    return java.util.Objects.requireNonNull(posts.poll(60, TimeUnit.SECONDS), "nothing came");
  }

  public List<Post> left() {
    return List.copyOf(posts);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
