package org.vicinal.coordinator.http;

import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vicinal.coordinator.engine.Vitals;

/**
 * What {@code /actuator/health} looks at. Each part says in a sentence what it found, and when it
 * is not well what to do.
 *
 * <p>{@code LIMITED} is answered with 200: the coordinator works, but takes nothing new.
 */
@Configuration(proxyBeanMethods = false)
class HealthParts {
  private static final Status LIMITED = new Status("LIMITED");
  private static final String SAYS = "says";

  @Bean
  HealthIndicator broker(Edge edge) {
    return checked(edge.vitals()::broker);
  }

  @Bean
  HealthIndicator deciders(Edge edge) {
    return checked(edge.vitals()::deciders);
  }

  @Bean
  HealthIndicator border(Edge edge) {
    return checked(edge.vitals()::border);
  }

  /** Ready only when the views have read the whole log. */
  @Bean
  HealthIndicator views(Edge edge) {
    return () ->
        (edge.views().ready() ? Health.up() : Health.outOfService())
            .withDetail(SAYS, edge.views().ready() ? "the log is read" : "the log is being read")
            .withDetail("eventsRead", edge.views().events())
            .build();
  }

  /** Below the floor nothing new is taken. */
  @Bean
  HealthIndicator disk(Edge edge) {
    var settings = edge.settings();
    var space = new Space(settings.data(), settings.minFree());
    return () -> {
      long free = space.free();
      boolean enough = free >= settings.minFree();
      return (enough ? Health.up() : Health.status(LIMITED))
          .withDetail(
              SAYS,
              enough
                  ? "%,d MB are free".formatted(free / 1_000_000)
                  : String.format(
                      Locale.ROOT,
                      "Expected %,d MB free, but found %,d MB: no new orders are taken, what is"
                          + " under way goes on. Make room on the disk of the data folder.",
                      settings.minFree() / 1_000_000,
                      free / 1_000_000))
          .build();
    };
  }

  /** Without the keys nobody can sign in and nothing personal can be read or written. */
  @Bean
  HealthIndicator keys(Edge edge) {
    var folder = edge.vault().folder();
    return () ->
        Files.isReadable(folder) && Files.isWritable(folder)
            ? Health.up().withDetail(SAYS, "the keys can be read and new ones made").build()
            : Health.down()
                .withDetail(
                    SAYS,
                    "Expected to read and write the folder of the keys, but cannot. Mount it, or"
                        + " give it back to the user that the coordinator runs as.")
                .build();
  }

  private static HealthIndicator checked(Supplier<Vitals.Check> look) {
    return () -> {
      var found = look.get();
      return (found.well() ? Health.up() : Health.down()).withDetail(SAYS, found.says()).build();
    };
  }
}
