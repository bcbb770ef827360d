package org.vicinal.coordinator.http;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.decide.Asker;
import org.vicinal.coordinator.decide.Command;
import org.vicinal.coordinator.decide.EntityKey;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.engine.Commands;
import org.vicinal.coordinator.view.Views;
import reactor.core.publisher.Mono;

/**
 * Asks the deciders, and answers when our own view shows what they decided.
 *
 * <p>What takes longer than 5 s is answered with 202: it goes on without us, and GET will show it.
 */
final class Asking {
  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long READ_PATIENCE_MILLIS = 2_000;
  private final Commands commands;
  private final Views views;

  Asking(Commands commands, Views views) {
    this.commands = commands;
    this.views = views;
  }

  /**
   * Submits {@code command} and waits for its answer and for the view.
   *
   * @param where the thing it is about is found
   * @param shown makes the answer when the view has it
   */
  Mono<ServerResponse> ask(
      Asker by, Command command, URI where, Supplier<Mono<ServerResponse>> shown)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    var submitted = new Submitted<>(UUID.randomUUID().toString(), by, command);
    try {
      var answer =
          commands.ask(submitted).toCompletableFuture().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (answer.rejection() != null) {
        throw Problem.of(answer.rejection());
      }
      return await(answer.entity(), answer.version(), end) ? shown.get() : later(where);
    } catch (TimeoutException e) {
      return later(where);
    } catch (ExecutionException | CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      LOG.warn(
          "{} could not be submitted: {}", submitted.commandId(), String.valueOf(e.getCause()));
      throw Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The log cannot be written just now. Nothing is lost that was answered; try again.");
    }
  }

  /** Waits up to 2 s until the view of {@code entity} has reached {@code version}. */
  void atLeast(EntityKey entity, long version) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READ_PATIENCE_MILLIS);
    if (!await(entity, version, end)) {
      throw Problem.of(
          HttpStatus.PRECONDITION_FAILED,
          "Expected %s at version %d or later within 2 s, but this instance has not read it yet. Ask again."
              .formatted(entity, version));
    }
  }

  private boolean await(EntityKey entity, long version, long endNanos) throws InterruptedException {
    var reached = views.await(entity, version);
    try {
      reached.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      reached.cancel(false);
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Waiting for a version cannot fail.", e);
    }
  }

  private static Mono<ServerResponse> later(URI where) {
    return Handling.json(
        ServerResponse.accepted().location(where).header(HttpHeaders.RETRY_AFTER, "1"),
        Map.of("at", where, "detail", "It is written down and goes on. Ask there in a moment."));
  }
}
