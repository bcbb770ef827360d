package org.vicinal.agent.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vicinal.agent.machine.Answer;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.wire.Json;

/**
 * The agent's small HTTP server, on loopback only and behind its token.
 *
 * <pre>
 *   GET  /status
 *   POST /machines/NAME/confirmation   {"who": ..., "what": ...}
 *   POST /machines/NAME/stop | pause | resume | cancel | home | unlock   {"who": ...}
 * </pre>
 *
 * <p>200 done, 409 refused with its reason, 401 without the token, 404 for anything else.
 */
public final class ControlServer implements AutoCloseable {
  private static final int BODY_LIMIT = 64 * 1024;
  private static final int PATIENCE_SECONDS = 10;

  private final HttpServer server;
  private final Desk desk;
  private final Path folder;
  private final Access access;

  private record Said(
      @org.jspecify.annotations.Nullable String who,
      @org.jspecify.annotations.Nullable String what) {}

  private record Told(int status, Object body) {}

  private ControlServer(HttpServer server, Desk desk, Path folder) {
    this.server = server;
    this.desk = desk;
    this.folder = folder;
    this.access = Access.fresh(server.getAddress().getPort());
  }

  /**
   * Starts to listen, and writes into {@code folder} where.
   *
   * @param port 0 for one that the system chooses
   */
  public static ControlServer start(Desk desk, Path folder, int port) throws IOException {
    HttpServer server;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    } catch (java.net.BindException e) {
      throw new IOException(
          "Expected port %d to be free for the agent's own page, but it is in use. Free it, or leave control-port out."
              .formatted(port),
          e);
    }
    var control = new ControlServer(server, desk, folder);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", control::handle);
    server.start();
    control.access.write(folder);
    return control;
  }

  /** Where it listens. */
  public Access access() {
    return access;
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    Access.remove(folder);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var told = answer(exchange);
      byte[] body = Json.WIRE.write(told.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(told.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Told answer(HttpExchange exchange) throws IOException {
    if (!allowed(exchange)) {
      return reason(401, "Expected the token of control.json as Authorization: Bearer ...");
    }
    var path = exchange.getRequestURI().getPath().split("/", -1);
    var method = exchange.getRequestMethod();
    if (method.equals("GET") && path.length == 2 && path[1].equals("status")) {
      return new Told(200, desk.status());
    }
    if (!method.equals("POST") || path.length != 4 || !path[1].equals("machines")) {
      return reason(404, "Expected GET /status or POST /machines/NAME/confirmation|stop|...");
    }
    try {
      var machine = new MachineId(path[2]);
      byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT);
      var said = body.length == 0 ? new Said(null, null) : Json.WIRE.read(body, Said.class);
      return ask(machine, path[3], said);
    } catch (IllegalArgumentException | Json.Unreadable e) {
      return reason(400, String.valueOf(e.getMessage()));
    }
  }

  private Told ask(MachineId machine, String what, Said said) {
    var who = said.who() == null || said.who().isBlank() ? "somebody here" : said.who();
    if (what.equals("confirmation")) {
      if (said.what() == null || said.what().isBlank()) {
        return reason(400, "Expected what was seen in \"what\", such as \"bed is clear\".");
      }
      return told(desk.confirm(machine, who, said.what()));
    }
    for (var act : Desk.Act.values()) {
      if (act.name().toLowerCase(Locale.ROOT).equals(what)) {
        return told(desk.act(machine, act, who));
      }
    }
    return reason(404, "Expected confirmation, stop, pause, resume, cancel, home or unlock.");
  }

  private static Told told(CompletableFuture<Answer> asked) {
    try {
      return switch (asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        case Answer.Done _ -> new Told(200, Map.of("done", true));
        case Answer.Refused refused -> reason(409, refused.reason());
      };
    } catch (TimeoutException e) {
      return reason(503, "The machine has not answered in %d s.".formatted(PATIENCE_SECONDS));
    } catch (ExecutionException e) {
      return reason(500, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return reason(503, "The agent is ending.");
    }
  }

  private static Told reason(int status, String reason) {
    return new Told(status, Map.of("reason", reason));
  }

  private boolean allowed(HttpExchange exchange) {
    var given = exchange.getRequestHeaders().getFirst("Authorization");
    var wanted = "Bearer " + access.token();
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}
