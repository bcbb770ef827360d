package org.vicinal.coordinator.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vicinal.coordinator.vault.Key;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.wire.Json;

/**
 * Posts notices to webhooks, signed as Standard Webhooks has it (symmetric, {@code v1}): {@code
 * webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}.
 *
 * <p>A coordinator stands inside of somebody's network. Unless its steward allows it, nothing is
 * posted to private addresses, and nowhere without TLS; redirects are never followed. The name is
 * looked up once to be judged and once to be called: who owns a name may answer differently.
 */
public final class Webhooks implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final int AT_ONCE = 2; // to one host: one that never answers holds up nobody else
  private static final int GONE = 410;
  private final Key key;
  private final boolean nearby;
  private final Duration answer;
  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Ready to post.
   *
   * @param key from which every webhook's secret follows
   * @param nearby whether private addresses and plain HTTP are allowed
   */
  public Webhooks(Key key, boolean nearby) {
    this(key, nearby, ANSWER);
  }

  Webhooks(Key key, boolean nearby, Duration answer) {
    this.key = key;
    this.nearby = nearby;
    this.answer = answer;
  }

  /** What is posted. */
  private record Body(
      String type, Instant timestamp, OrderId order, List<String> events, List<String> lines) {}

  /** The secret with which a receiver checks signatures: {@code whsec_} and base64. */
  public String secret(OrderId order, URI webhook) {
    return "whsec_" + Base64.getEncoder().encodeToString(bytes(order, webhook));
  }

  private byte[] bytes(OrderId order, URI webhook) {
    return key.hmac("webhook", order.value().getBytes(UTF_8), webhook.toString().getBytes(UTF_8));
  }

  /** Returns when the receiver has answered that it has it. */
  void send(Letter letter, URI to) throws Unsent, InterruptedException {
    refuseUnlessAllowed(to);
    var place = hosts.computeIfAbsent(to.getHost(), host -> new Semaphore(AT_ONCE));
    place.acquire();
    try {
      int status =
          client.send(request(letter, to), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new Unsent("the webhook answers %d".formatted(status), status == GONE);
      }
    } catch (HttpTimeoutException e) {
      throw new Unsent("the webhook did not answer in time", false);
    } catch (IOException e) {
      throw new Unsent("the webhook could not be reached, or broke off", false);
    } finally {
      place.release();
    }
  }

  private HttpRequest request(Letter letter, URI to) {
    var due = letter.due();
    var id = "msg_" + letter.id();
    long seconds = letter.at().getEpochSecond();
    byte[] body =
        Json.WIRE.write(
            new Body(
                "order." + due.matter().word(),
                letter.at(),
                due.order(),
                due.events(),
                due.lines()));
    return HttpRequest.newBuilder(to)
        .timeout(answer)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Vicinal")
        .header("webhook-id", id)
        .header("webhook-timestamp", String.valueOf(seconds))
        .header("webhook-signature", "v1," + signature(bytes(due.order(), to), id, seconds, body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static String signature(byte[] secret, String id, long seconds, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update("%s.%d.".formatted(id, seconds).getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256.", e);
    }
  }

  /** Why nothing may be posted to {@code to}; empty when it may. */
  public Optional<String> refusal(URI to) {
    var host = to.getHost();
    boolean http = "http".equals(to.getScheme()) && nearby;
    if (!(http || "https".equals(to.getScheme())) || host == null || to.getUserInfo() != null) {
      return Optional.of(
          "Expected an https address without a user in it, but found \"%s\".".formatted(to));
    }
    if (nearby) {
      return Optional.empty();
    }
    try {
      for (var address : InetAddress.getAllByName(host)) {
        if (isPrivate(address)) {
          return Optional.of(
              "Expected a public address, but %s is inside of a private network. Its steward may allow that with --nearby-webhooks."
                  .formatted(host));
        }
      }
    } catch (UnknownHostException e) {
      return Optional.empty(); // may be there tomorrow; asked again at every attempt
    }
    return Optional.empty();
  }

  private void refuseUnlessAllowed(URI to) throws Unsent {
    if (refusal(to).isPresent()) {
      throw new Unsent("nothing is posted there: the address is private, or without TLS", true);
    }
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc; // RFC 4193
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // RFC 6598
    return uniqueLocal
        || shared
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
