package org.vicinal.agent.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The agent's small HTTP server, on loopback only: the {@link Page}, and behind the token what
 * {@link Routes} knows, {@code /api/v1/events} and {@code /metrics}.
 *
 * <p>Each request has its own virtual thread; a stop goes from it straight to the port.
 */
public final class ControlServer implements AutoCloseable {
  private static final int BODY_LIMIT = 64 * 1024;
  private static final String API = "/api/v1/";

  private final HttpServer server;
  private final Desk desk;
  private final EventLog events;
  private final Routes routes;
  private final Path folder;
  private final Access access;

  private ControlServer(HttpServer server, Desk desk, EventLog events, Path folder) {
    this.server = server;
    this.desk = desk;
    this.events = events;
    this.routes = new Routes(desk);
    this.folder = folder;
    this.access = Access.fresh(server.getAddress().getPort());
  }

  /**
   * Offers another door on the same port, with a key of its own.
   *
   * @param path such as {@code /machines/}
   */
  public void offer(String path, HttpHandler door) {
    server.createContext(path, door);
  }

  /**
   * Starts to listen, and writes into {@code folder} where.
   *
   * @param events what followers are told of
   * @param port 0 for one that the system chooses
   */
  public static ControlServer start(Desk desk, EventLog events, Path folder, int port)
      throws IOException {
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
    var control = new ControlServer(server, desk, events, folder);
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
      var path = exchange.getRequestURI().getPath();
      if (allowed(exchange) && path.equals(API + "events") && isGet(exchange)) {
        new EventStream(exchange, desk, events).run();
        return;
      }
      var told = answer(exchange, path);
      exchange.getResponseHeaders().set("Content-Type", told.contentType());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      Page.guard(exchange.getResponseHeaders());
      exchange.sendResponseHeaders(told.status(), told.body().length);
      exchange.getResponseBody().write(told.body());
    }
  }

  private Told answer(HttpExchange exchange, String path) throws IOException {
    var page = isGet(exchange) ? Page.find(path) : Optional.<Told>empty();
    if (page.isPresent()) {
      return page.get();
    }
    if (!allowed(exchange)) {
      return Told.problem(401, "Expected the token of control.json as Authorization: Bearer ...");
    }
    if (isGet(exchange) && path.equals("/metrics")) {
      return Told.text(Exposition.CONTENT_TYPE, Exposition.of(desk.status(), desk.figures()));
    }
    var words =
        path.startsWith(API)
            ? List.of(path.substring(API.length()).split("/", -1))
            : List.<String>of();
    if (isGet(exchange)) {
      var query = exchange.getRequestURI().getQuery();
      return routes.get(words, query == null ? "" : query);
    }
    return exchange.getRequestMethod().equals("POST")
        ? routes.post(words, exchange.getRequestBody().readNBytes(BODY_LIMIT))
        : Told.problem(405, "Expected GET or POST.");
  }

  private static boolean isGet(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("GET");
  }

  private boolean allowed(HttpExchange exchange) {
    var given = exchange.getRequestHeaders().getFirst("Authorization");
    var wanted = "Bearer " + access.token();
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}
