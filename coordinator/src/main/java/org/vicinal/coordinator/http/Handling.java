package org.vicinal.coordinator.http;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.messages.wire.Json;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * How a handler is written here: straight code that may block, on a virtual thread of its own, with
 * the caller already known.
 */
final class Handling {
  /** The largest JSON body that is read, in bytes. */
  static final int BODY_LIMIT = 256 * 1024;

  /** Where handlers run. */
  static final Scheduler THREADS =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "http-handlers");

  private Handling() {}

  /** Answers a request without a body. */
  interface Answering {
    Mono<ServerResponse> answer(ServerRequest request, Caller caller) throws Exception;
  }

  /** Answers a request with a JSON body. */
  interface AnsweringBody {
    Mono<ServerResponse> answer(ServerRequest request, Caller caller, byte[] body) throws Exception;
  }

  static HandlerFunction<ServerResponse> of(Answering handler) {
    return request -> caller(request).flatMap(caller -> run(() -> handler.answer(request, caller)));
  }

  static HandlerFunction<ServerResponse> withBody(AnsweringBody handler) {
    return request ->
        caller(request)
            .zipWith(request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]))
            .flatMap(both -> run(() -> handler.answer(request, both.getT1(), both.getT2())));
  }

  /** 200 with {@code value} as JSON. */
  static Mono<ServerResponse> ok(Object value) {
    return json(ServerResponse.ok(), value);
  }

  static Mono<ServerResponse> json(ServerResponse.BodyBuilder response, Object value) {
    return response.contentType(MediaType.APPLICATION_JSON).bodyValue(Json.WIRE.write(value));
  }

  private static Mono<Caller> caller(ServerRequest request) {
    return request
        .principal()
        .ofType(Security.Authenticated.class)
        .map(Security.Authenticated::caller)
        .defaultIfEmpty(new Caller.Visitor());
  }

  private static Mono<ServerResponse> run(Callable<Mono<ServerResponse>> work) {
    return Mono.fromCallable(work).subscribeOn(THREADS).flatMap(answer -> answer);
  }
}
