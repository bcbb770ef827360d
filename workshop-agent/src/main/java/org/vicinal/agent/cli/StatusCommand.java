package org.vicinal.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.control.AgentStatus;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agent status}: machines, queue and connection of the running agent. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows machines, queue and connection of the running agent.")
final class StatusCommand implements Callable<Integer> {
  @Option(names = "--json", description = "for programs")
  private boolean json;

  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var status = asking.client().status();
    var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(Json.WIRE.pretty(AgentStatus.class, status));
    } else {
      print(status, out);
    }
    out.flush();
    return 0;
  }

  private static final int SHOWN = 5;

  private static void print(AgentStatus status, PrintWriter out) {
    out.printf(
        "Workshop %s: %s; %d reports unsent, %d calls in preparation%n",
        status.workshop(), status.connection().words(), status.unsent(), status.tenders());
    for (var machine : status.machines()) {
      out.printf("  %-16s %-10s %s%n", machine.name(), machine.condition(), machine.why());
      if (!machine.learned().isEmpty()) {
        out.printf("  %-16s %s%n", "", machine.learned());
      }
      var run = machine.run();
      if (run != null) {
        out.printf(
            "  %-16s piece %d of lot %s, line %d of %d%n",
            "", run.piece(), run.lot(), run.line(), run.lines());
      }
    }
    for (var lot : status.queue()) {
      out.printf(
          "  lot %s \"%s\" on %s: %d of %d made, %s, promised for %s%n",
          lot.lot(),
          lot.title(),
          lot.machine(),
          lot.made(),
          lot.pieces(),
          lot.waitsFor().isEmpty() ? lot.stage() : "waits: " + lot.waitsFor(),
          lot.readyBy());
    }
    for (var lot : status.shelf()) {
      out.printf(
          "  lot %s \"%s\": %d pieces %s%s%n",
          lot.lot(), lot.title(), lot.pieces(), lot.stage(), lot.paid() ? ", paid" : "");
    }
    status.notices().stream()
        .skip(Math.max(0, status.notices().size() - SHOWN))
        .forEach(it -> out.printf("  %s lot %s: %s%n", it.at(), it.lot(), it.words()));
  }
}
