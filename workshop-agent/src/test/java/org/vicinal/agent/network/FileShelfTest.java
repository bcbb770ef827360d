package org.vicinal.agent.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.work.Controller;
import org.vicinal.messages.work.FileRef;

/** A file is on the shelf whole and right, or it is not there. */
class FileShelfTest {
  private static final byte[] CONTENT = new byte[200_000];

  static {
    new Random(1).nextBytes(CONTENT);
  }

  @TempDir Path folder;
  private HttpServer server;
  private FileShelf shelf;
  private final List<String> ranges = new ArrayList<>();

  /** What the server does to each request, one after the other; the last one stays. */
  private final List<Reply> replies = new ArrayList<>();

  private interface Reply {
    void to(HttpExchange exchange, int from) throws IOException;
  }

  @BeforeEach
  void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/api/v1/files/", this::serve);
    server.start();
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    shelf = new FileShelf(folder, address, "the-token");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
          .isEqualTo("Bearer the-token");
      var range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range == null ? "all" : range);
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      var reply = replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
      reply.to(exchange, from);
    }
  }

  private static void whole(HttpExchange exchange, int from) throws IOException {
    exchange.sendResponseHeaders(from == 0 ? 200 : 206, CONTENT.length - from);
    exchange.getResponseBody().write(CONTENT, from, CONTENT.length - from);
  }

  private static void broken(HttpExchange exchange, int from) throws IOException {
    exchange.sendResponseHeaders(200, CONTENT.length);
    exchange.getResponseBody().write(CONTENT, from, 70_000);
    exchange.getResponseBody().flush();
    throw new IOException("the line is cut");
  }

  private static FileRef file(Digest digest) {
    return new FileRef(
        "part.gcode", FileRef.Role.PROGRAM, digest, CONTENT.length, Controller.MARLIN);
  }

  private static FileRef file() {
    return file(Digest.of(CONTENT));
  }

  @Test
  void itComesOnceAndStays() throws Exception {
    replies.add(FileShelfTest::whole);
    assertThat(shelf.fetch(file())).hasBinaryContent(CONTENT);
    shelf.fetch(file());
    assertThat(ranges).hasSize(1);
  }

  @Test
  void aBrokenDownloadGoesOnWhereItBrokeOff() throws Exception {
    replies.add(FileShelfTest::broken);
    replies.add(FileShelfTest::whole);
    assertMissed(file(), true);
    assertThat(shelf.fetch(file())).hasBinaryContent(CONTENT);
    assertThat(ranges.getLast()).startsWith("bytes=").isNotEqualTo("bytes=0-");
  }

  @Test
  void aWrongDigestIsAnErrorAndNoFile() {
    replies.add(FileShelfTest::whole);
    assertMissed(file(Digest.of(new byte[] {1})), false).hasMessageContaining("to have the digest");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void moreThanWasSaidIsNotTaken() {
    replies.add(
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(Arrays.copyOf(CONTENT, 2 * CONTENT.length));
        });
    assertMissed(file(), false).hasMessageContaining("more came");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPartOfAnotherContentIsThrownAwayAndFetchedAnew() throws Exception {
    replies.add(FileShelfTest::whole);
    Files.write(folder.resolve(Digest.of(CONTENT) + ".part"), new byte[90_000]);
    assertMissed(file(), false);
    assertThat(shelf.fetch(file())).hasBinaryContent(CONTENT);
  }

  @Test
  void aGrantMayStillBeOnItsWay() {
    replies.add((exchange, _) -> exchange.sendResponseHeaders(403, -1));
    assertMissed(file(), true).hasMessageContaining("403");
  }

  @Test
  void whyAFileIsNotGivenIsSaid() {
    replies.add(
        (exchange, _) -> {
          var body = "{\"detail\": \"It was removed: it shows a person\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(410, body.length);
          exchange.getResponseBody().write(body);
        });
    assertMissed(file(), false).hasMessageContaining("(It was removed: it shows a person)");
  }

  @Test
  void aTokenThatIsNotValidStaysSo() {
    replies.add((exchange, _) -> exchange.sendResponseHeaders(401, -1));
    assertMissed(file(), false).hasMessageContaining("enrol this workshop anew");
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> assertMissed(
      FileRef file, boolean again) {
    var thrown = assertThatThrownBy(() -> shelf.fetch(file)).isInstanceOf(FileShelf.Missed.class);
    thrown
        .asInstanceOf(InstanceOfAssertFactories.type(FileShelf.Missed.class))
        .extracting(FileShelf.Missed::again)
        .isEqualTo(again);
    return thrown;
  }
}
