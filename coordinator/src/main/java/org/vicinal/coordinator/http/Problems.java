package org.vicinal.coordinator.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.vicinal.coordinator.files.Upload;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.wire.Json;
import reactor.core.publisher.Mono;

/** Writes every failure of a request as problem details; bugs too, without their insides. */
@Order(-2) // before the framework's own, which answers in another shape
final class Problems implements WebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    return write(exchange, asProblem(failure, exchange));
  }

  /** Ends the exchange with {@code problem}. */
  static Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    var response = exchange.getResponse();
    var body = problem.body();
    response.setRawStatusCode(body.status());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (body.status() == HttpStatus.UNAUTHORIZED.value()) {
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    var bytes = response.bufferFactory().wrap(Json.WIRE.write(body));
    return response.writeWith(Mono.just(bytes));
  }

  private static Problem asProblem(Throwable failure, ServerWebExchange exchange) {
    return switch (failure) {
      case Problem problem -> problem;
      case Upload.TooLarge large -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, large.getMessage());
      case DataBufferLimitException large ->
          Problem.of(
              HttpStatus.CONTENT_TOO_LARGE,
              "Expected a request body of at most %d kB, but there is more."
                  .formatted(Handling.BODY_LIMIT / 1024));
      case Upload.WrongDigest wrong -> Problem.invalid("sha256", wrong.getMessage());
      case Vault.Forgotten gone -> Problem.of(HttpStatus.GONE, gone.getMessage());
      case ResponseStatusException status -> ofStatus(status, exchange);
      default -> bug(failure, exchange);
    };
  }

  private static Problem ofStatus(ResponseStatusException failure, ServerWebExchange exchange) {
    var status = HttpStatus.resolve(failure.getStatusCode().value());
    var request = exchange.getRequest();
    if (status == HttpStatus.NOT_FOUND) {
      return Problem.unknown(
          "There is nothing at %s. The addresses are in /api/v1/openapi.json."
              .formatted(request.getPath()));
    }
    var reason = failure.getReason();
    return Problem.of(
        status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status,
        reason == null
            ? "%s %s is not possible.".formatted(request.getMethod(), request.getPath())
            : reason);
  }

  private static Problem bug(Throwable failure, ServerWebExchange exchange) {
    LOG.error(
        "{} {} failed",
        exchange.getRequest().getMethod(),
        exchange.getRequest().getPath(),
        failure);
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong here, not at your end. It was logged; try again.");
  }
}
