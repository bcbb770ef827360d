package org.vicinal.agent.control;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * The workshop's page: a few files without secrets, which ask the API with the key from the page's
 * address. It loads nothing from anywhere else, and no other page may show or steer it.
 */
final class Page {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final Map<String, String> FILES =
      Map.of(
          "/", "text/html; charset=utf-8",
          "/style.css", "text/css; charset=utf-8",
          "/page.js", SCRIPT,
          "/talk.js", SCRIPT,
          "/dom.js", SCRIPT,
          "/machines.js", SCRIPT,
          "/work.js", SCRIPT,
          "/own.js", SCRIPT);
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Page() {}

  /** The file at {@code path}. */
  static Optional<Told> find(String path) {
    var type = FILES.get(path);
    if (type == null) {
      return Optional.empty();
    }
    var name = path.equals("/") ? "/index.html" : path;
    try (var in = Page.class.getResourceAsStream("page" + name)) {
      if (in == null) {
        throw new IllegalStateException("Expected page" + name + " in this jar.");
      }
      return Optional.of(new Told(200, type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What browsers are told beside each answer. */
  static void guard(Headers headers) {
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
  }
}
