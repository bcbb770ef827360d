package org.vicinal.agent.control;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.vicinal.agent.recorder.Latency;

/** The agent's figures in the text form of Prometheus. */
final class Exposition {
  /** The content type that says so. */
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String PREFIX = "vicinal_agent_";

  private final StringBuilder text = new StringBuilder();

  static String of(AgentStatus status, List<MachineFigures> machines) {
    var exposition = new Exposition();
    exposition.agent(status);
    exposition.machines(machines);
    exposition.latencies(machines);
    return exposition.text.toString();
  }

  private void agent(AgentStatus status) {
    head("connected", "gauge", "Whether the way to the coordinator is there.");
    line("connected", "", status.connection().connected() ? 1 : 0);
    head("unsent_reports", "gauge", "Reports that the broker does not have yet.");
    line("unsent_reports", "", status.unsent());
    head("lots", "gauge", "Lots that are not finished.");
    line("lots", "", status.queue().size());
  }

  private void machines(List<MachineFigures> machines) {
    head("machine_condition", "gauge", "1 for the state a machine is in.");
    for (var machine : machines) {
      line(
          "machine_condition",
          "{machine=\"%s\",condition=\"%s\"}".formatted(machine.name(), machine.condition()),
          1);
    }
    counter(machines, "lines", "Lines sent and acknowledged.", m -> m.counters().lines());
    counter(machines, "resends", "Asked for by the firmware.", m -> m.counters().resends());
    counter(machines, "stalls", "Silences that needed a probe.", m -> m.counters().stalls());
    counter(
        machines, "stray_oks", "Answers that belonged to no line.", m -> m.counters().strayOks());
    counter(machines, "port_openings", "Openings of the port.", m -> m.counters().reopened());
  }

  private void counter(
      List<MachineFigures> machines,
      String name,
      String help,
      ToDoubleFunction<MachineFigures> value) {
    head("machine_" + name + "_total", "counter", help);
    for (var machine : machines) {
      line(
          "machine_" + name + "_total",
          "{machine=\"%s\"}".formatted(machine.name()),
          value.applyAsDouble(machine));
    }
  }

  private void latencies(List<MachineFigures> machines) {
    var name = "machine_ok_to_write_seconds";
    head(name, "histogram", "From the read that brought an ok to the next write of the same turn.");
    for (var machine : machines) {
      latency(name, machine.name(), machine.latency());
    }
  }

  private void latency(String name, String machine, Latency.Counted counted) {
    for (int i = 0; i < counted.counts().size(); i++) {
      var bound =
          i < counted.boundsSeconds().size() ? number(counted.boundsSeconds().get(i)) : "+Inf";
      line(
          name + "_bucket",
          "{machine=\"%s\",le=\"%s\"}".formatted(machine, bound),
          counted.counts().get(i));
    }
    line(name + "_sum", "{machine=\"%s\"}".formatted(machine), counted.sumSeconds());
    line(name + "_count", "{machine=\"%s\"}".formatted(machine), counted.counts().getLast());
  }

  private void head(String name, String kind, String help) {
    text.append(
        "# HELP %s%s %s\n# TYPE %s%s %s\n".formatted(PREFIX, name, help, PREFIX, name, kind));
  }

  private void line(String name, String labels, double value) {
    text.append(PREFIX).append(name).append(labels).append(' ').append(number(value)).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.6f", value);
  }
}
