package org.vicinal.coordinator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.server.ServerWebExchange;
import org.vicinal.coordinator.caller.Caller;
import org.vicinal.coordinator.caller.Tokens;
import reactor.core.publisher.Mono;

/**
 * Turns a bearer token into a {@link Caller}, and adds the headers that keep a page to itself.
 *
 * <p>What a caller may do is decided where it is known: orders and files by their owners, the rest
 * by the deciders. Sign-in and passkeys will be further filters of this chain with the same
 * outcome. There are no cookies, hence nothing to forge across sites.
 */
final class Security {
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self';"
          + " manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Security() {}

  static SecurityWebFilterChain chain(ServerHttpSecurity http, Tokens tokens) {
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicy(
                        policy -> policy.policy("geolocation=(self), camera=(), microphone=()")))
        .authorizeExchange(all -> all.anyExchange().permitAll())
        .addFilterAt(bearer(tokens), SecurityWebFiltersOrder.AUTHENTICATION)
        .build();
  }

  private static AuthenticationWebFilter bearer(Tokens tokens) {
    ReactiveAuthenticationManager manager =
        claimed -> Mono.fromCallable(() -> authenticate(tokens, (Claimed) claimed));
    var filter = new AuthenticationWebFilter(manager);
    filter.setServerAuthenticationConverter(Security::claimed);
    filter.setAuthenticationFailureHandler(
        (exchange, failure) ->
            Problems.write(
                exchange.getExchange(), Problem.of(HttpStatus.UNAUTHORIZED, failure.getMessage())));
    return filter;
  }

  private static Authentication authenticate(Tokens tokens, Claimed claimed) {
    try {
      return new Authenticated(tokens.read(claimed.token));
    } catch (Tokens.BadToken e) {
      throw new BadCredentialsException(e.getMessage(), e);
    }
  }

  private static Mono<Authentication> claimed(ServerWebExchange exchange) {
    var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Mono.just(new Claimed(header.substring(7).strip()))
        : Mono.empty();
  }

  /** Somebody who says who they are. */
  private static final class Claimed extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;
    private final String token;

    Claimed(String token) {
      super(List.of());
      this.token = token;
    }

    @Override
    public Object getCredentials() {
      return token;
    }

    @Override
    public Object getPrincipal() {
      return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** Somebody who has proved it. */
  static final class Authenticated extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;
    private final transient Caller caller;

    Authenticated(Caller caller) {
      super(List.of());
      this.caller = caller;
      setAuthenticated(true);
    }

    Caller caller() {
      return caller;
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Authenticated that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
      return caller.hashCode();
    }
  }
}
