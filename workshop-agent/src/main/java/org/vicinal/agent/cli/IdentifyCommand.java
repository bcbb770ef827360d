package org.vicinal.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.identity.Identifier;
import org.vicinal.agent.identity.ProfileText;
import org.vicinal.agent.machine.Ports;
import org.vicinal.agent.port.FoundPort;
import org.vicinal.agent.port.PortFinder;
import org.vicinal.agent.simulation.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent identify PORT}: who is there, as the beginning of a {@code workshop.yaml}. */
@Command(
    name = "identify",
    mixinStandardHelpOptions = true,
    description = {
      "Asks who is behind a port, at the rate at which it speaks, and prints a machine profile ready",
      "to edit: add it to workshop.yaml with >>. Moves and heats nothing, and changes no setting; but",
      "opening a port resets most boards, so not while the machine prints from its own card.",
      "",
      "Ends with 0 when somebody answered, with 2 when nobody did."
    })
final class IdentifyCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "PORT",
      description = "a device, tcp://host:port, simulated:marlin or simulated:grbl")
  private String port = "";

  @Option(
      names = "--baud",
      paramLabel = "N",
      description = "only this rate, instead of the usual ones in turn")
  private @Nullable Integer baud;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what the machine is to be called (printer or mill)")
  private @Nullable String name;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var line = java.util.Objects.requireNonNull(spec).commandLine();
    boolean rated = !port.startsWith(Simulation.PREFIX) && !port.startsWith("tcp://");
    var found =
        new Identifier(rate -> Ports.line(port, rate), line.getErr()::println)
            .identify(rates(rated));
    var called = name != null ? name : found.identity().mill() ? "mill" : "printer";
    ProfileText.of(found, called, stableName(), rated).forEach(line.getOut()::println);
    return 0;
  }

  private List<Integer> rates(boolean rated) {
    if (baud != null) {
      return List.of(baud);
    }
    return rated ? Identifier.USUAL_RATES : Identifier.USUAL_RATES.subList(0, 1);
  }

  /** The name below {@code by-id}, so that the profile holds when ports are numbered anew. */
  private String stableName() throws IOException {
    if (!port.startsWith("/dev/tty")) {
      return port;
    }
    return new PortFinder(Path.of("/"))
        .list().stream()
            .filter(found -> found.device().equals(port))
            .map(FoundPort::name)
            .findFirst()
            .orElse(port);
  }
}
