package org.vicinal.coordinator.http;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The running edge: started here, stopped here. */
public final class HttpServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final URI address;

  private HttpServer(ConfigurableApplicationContext context, URI address) {
    this.context = context;
    this.address = address;
  }

  /**
   * Binds and serves, over views that have caught up.
   *
   * @throws RuntimeException when the address cannot be bound; the message says which
   */
  public static HttpServer start(Edge edge) {
    var application = new SpringApplication(Parts.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(edge.settings()));
    ApplicationContextInitializer<GenericApplicationContext> given =
        context -> context.registerBean(Edge.class, () -> edge);
    application.addInitializers(given);
    QuarantineHandler.sweep(edge.files(), edge.views().quarantines());
    Published.publishAll(edge.files(), edge.views());
    var context = application.run();
    var server = ((WebServerApplicationContext) context).getWebServer();
    int port = server == null ? edge.settings().port() : server.getPort();
    var settings = edge.settings();
    var address = settings.address() == null ? settings.addressAt(port) : settings.address();
    return new HttpServer(context, address);
  }

  /** Where it is. */
  public URI address() {
    return address;
  }

  /** Stops taking requests, ends the streams, and lets go of the port. */
  @Override
  public void close() {
    context.close();
  }

  private static Map<String, Object> properties(HttpSettings settings) {
    var properties = new HashMap<String, Object>();
    properties.put("server.address", settings.listen());
    properties.put("server.port", settings.port());
    return properties;
  }

  /** The parts that the server is made of; everything else is Spring Boot's own choice. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @Import({HealthParts.class, Gauges.class})
  @EnableAutoConfiguration
  static class Parts {
    @Bean
    RouterFunction<ServerResponse> routes(Edge edge) {
      return Routes.of(edge);
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, Edge edge) {
      return Security.chain(http, edge.tokens());
    }

    @Bean
    Problems problems() {
      return new Problems();
    }

    /** Its own threads: several servers in one process end one by one. */
    @Bean
    ReactorResourceFactory threads() {
      var threads = new ReactorResourceFactory();
      threads.setUseGlobalResources(false);
      threads.setShutdownQuietPeriod(Duration.ZERO);
      threads.setShutdownTimeout(Duration.ofSeconds(2));
      return threads;
    }
  }
}
