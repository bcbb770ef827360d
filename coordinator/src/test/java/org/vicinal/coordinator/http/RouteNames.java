package org.vicinal.coordinator.http;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Walks a router and notes every {@code METHOD /path}, without the base. */
final class RouteNames implements RouterFunctions.Visitor {
  private final Set<String> names = new TreeSet<>();

  private RouteNames() {}

  static Set<String> of(RouterFunction<?> router) {
    var visitor = new RouteNames();
    router.accept(visitor);
    return visitor.names;
  }

  @Override
  public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
    var reader = new PredicateReader();
    predicate.accept(reader);
    names.add(reader.method + " " + reader.path);
  }

  @Override
  public void startNested(RequestPredicate predicate) {}

  @Override
  public void endNested(RequestPredicate predicate) {}

  @Override
  public void resources(Function<ServerRequest, Mono<Resource>> lookup) {}

  @Override
  public void attributes(java.util.Map<String, Object> attributes) {}

  @Override
  public void unknown(RouterFunction<?> router) {
    throw new AssertionError("A route of an unknown kind: " + router);
  }

  private static final class PredicateReader implements RequestPredicates.Visitor {
    private String method = "?";
    private String path = "?";

    @Override
    public void method(Set<HttpMethod> methods) {
      method = methods.iterator().next().name();
    }

    @Override
    public void path(String pattern) {
      path = pattern;
    }

    @Override
    @Deprecated
    @SuppressWarnings("removal") // still abstract there
    public void pathExtension(String extension) {}

    @Override
    public void header(String name, String value) {}

    @Override
    public void queryParam(String name, String value) {}

    @Override
    public void version(String version) {}

    @Override
    public void startAnd() {}

    @Override
    public void and() {}

    @Override
    public void endAnd() {}

    @Override
    public void startOr() {}

    @Override
    public void or() {}

    @Override
    public void endOr() {}

    @Override
    public void startNegate() {}

    @Override
    public void endNegate() {}

    @Override
    public void unknown(RequestPredicate predicate) {}
  }
}
