package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.control.Access;
import org.vicinal.agent.upload.SlicerDoor;
import org.vicinal.agent.upload.SlicerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agent slicer}: what to type into a slicer. */
@Command(
    name = "slicer",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what to type into PrusaSlicer, SuperSlicer, OrcaSlicer or Cura on this machine, so that",
      "they send to the workshop's printers as to an OctoPrint host. What they send is checked, and",
      "stands in one queue with the network's work. Set control-port in workshop.yaml, so that the",
      "address stays the same."
    })
final class SlicerCommand implements Callable<Integer> {
  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var folder = asking.settings().dataFolder();
    var url = Access.read(folder).url();
    out.println("Host type   OctoPrint");
    for (var machine : asking.client().status().machines()) {
      out.printf("Address     %s%s%s%n", url, SlicerDoor.PATH, machine.name());
    }
    out.printf("API key     %s%n%n", SlicerKey.of(folder).value());
    out.println(
        "PrusaSlicer, SuperSlicer: Printer Settings, General, or the cog beside the printer.");
    out.println("OrcaSlicer: the Wi-Fi sign beside the printer.");
    out.println("Cura: the plugin OctoPrint Connection, then Connect OctoPrint, Add.");
    if (asking.settings().chosenControlPort() == 0) {
      out.println();
      out.println("The port is another one at every start: set control-port in workshop.yaml.");
    }
    out.flush();
    return 0;
  }
}
