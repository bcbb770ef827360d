package org.vicinal.coordinator.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vicinal.coordinator.view.OrderView;
import org.vicinal.coordinator.view.Tally;
import org.vicinal.coordinator.view.Views;
import org.vicinal.coordinator.view.WorkshopView;

/** What {@code /actuator/prometheus} tells about Vicinal: counts, never a name or an id. */
@Configuration(proxyBeanMethods = false)
class Gauges {
  @Bean
  MeterBinder engineFigures(Edge edge) {
    return registry ->
        edge.vitals()
            .figures()
            .forEach(
                it ->
                    Gauge.builder("vicinal." + it.name(), () -> it.now().getAsDouble())
                        .description(it.what())
                        .register(registry));
  }

  @Bean
  MeterBinder room(Edge edge) {
    var settings = edge.settings();
    var space = new Space(settings.data(), settings.minFree());
    return registry -> {
      gauge(registry, "disk.free.bytes", "Free on the disk of the data folder", space::free);
      gauge(registry, "disk.floor.bytes", "Below this nothing new is taken", settings::minFree);
    };
  }

  @Bean
  MeterBinder peoplesThings(Edge edge) {
    return registry -> bind(registry, edge.views());
  }

  private static void bind(MeterRegistry registry, Views views) {
    var tally = new Tally(views, System::nanoTime);
    for (var state : OrderView.State.values()) {
      Gauge.builder("vicinal.orders", () -> tally.now().orders(state))
          .description("Orders by what they wait for, or how they ended")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    for (var standing : WorkshopView.Standing.values()) {
      Gauge.builder("vicinal.workshops", () -> tally.now().workshops(standing))
          .description("Workshops by their standing")
          .tag("standing", standing.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    gauge(registry, "tenders", "Calls that may be answered now", () -> tally.now().tenders());
    gauge(
        registry,
        "lots.waiting.for.a.person",
        "Lots at a machine that waits for a hand",
        () -> tally.now().waiting());
    gauge(registry, "lots.late", "Lots past their time", () -> tally.now().late());
    gauge(registry, "events.read", "Events read since the start", views::events);
  }

  private static void gauge(
      MeterRegistry registry, String name, String what, java.util.function.LongSupplier now) {
    Gauge.builder("vicinal." + name, now::getAsLong).description(what).register(registry);
  }
}
