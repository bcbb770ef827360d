package org.vicinal.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.port.FoundPort;
import org.vicinal.agent.port.PortFinder;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agent ports}: what hangs on this computer. */
@Command(
    name = "ports",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the serial ports of this computer: the name that stays, what is behind it, who holds",
      "it. Opens none of them, so no board is reset."
    })
final class PortsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "for programs")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    var ports = new PortFinder(Path.of("/")).list();
    if (json) {
      out.println(Json.WIRE.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(ports));
    } else {
      tell(out, ports);
    }
    return 0;
  }

  private static void tell(PrintWriter out, List<FoundPort> ports) {
    if (ports.isEmpty()) {
      out.println("No serial port here. Plug a machine in and switch it on; dmesg says what came.");
    }
    for (var port : ports) {
      out.println(port.name());
      if (!port.name().equals(port.device())) {
        out.printf("  now at   %s%n", port.device());
      }
      var usb = port.usb();
      if (usb != null) {
        var serial = usb.serial().isEmpty() ? "" : ", serial number " + usb.serial();
        out.printf("  USB      %s  %s%s%n", usb.id(), usb.words(), serial);
      }
      if (!port.driver().isEmpty()) {
        out.printf("  driver   %s%n", port.driver());
      }
      if (!port.hint().isEmpty()) {
        out.printf("  board    %s%n", port.hint());
      }
      out.println("  usable   " + (port.usable() ? "yes" : "no: " + port.why()));
    }
    out.println();
    out.println(
        "Next: vicinal agent identify PORT. Without a machine: simulated:marlin or simulated:grbl.");
  }
}
