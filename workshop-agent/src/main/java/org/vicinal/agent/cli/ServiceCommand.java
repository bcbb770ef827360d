package org.vicinal.agent.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.simulation.SimulatedPort;
import org.vicinal.agent.unit.Installation;
import org.vicinal.agent.unit.Unit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent service install|remove|status}: the agent under systemd. */
@Command(
    name = "service",
    mixinStandardHelpOptions = true,
    description = {
      "Has systemd keep the agent: started with the system, back a second after it dies. When it",
      "comes back it first makes every machine safe that was at work: heaters and spindle off.",
      ""
    })
final class ServiceCommand implements Callable<Integer> {

  enum Deed {
    install,
    remove,
    status
  }

  @Parameters(index = "0", paramLabel = "DEED", description = "install, remove or status")
  private Deed deed = Deed.status;

  @Option(names = "--config", paramLabel = "FILE", description = "workshop.yaml (install needs it)")
  private @Nullable Path config;

  @Option(names = "--data", paramLabel = "DIR", description = "if workshop.yaml does not say it")
  private @Nullable Path data;

  @Option(names = "--name", paramLabel = "NAME", description = "of the unit (vicinal-agent)")
  private String name = "vicinal-agent";

  @ArgGroup private Where where = new Where();

  @Option(names = "--dry-run", description = "only show the unit and what would be done")
  private boolean dryRun;

  @Spec private @Nullable CommandSpec spec;

  /** Whose systemd. */
  private static final class Where {
    @Option(names = "--user", description = "your own systemd; needs no root (the default)")
    private boolean user;

    @Option(names = "--system", description = "the system's; needs root")
    private boolean system;

    Unit.Scope scope() {
      return system && !user ? Unit.Scope.SYSTEM : Unit.Scope.USER;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    var home = Path.of(System.getProperty("user.home", "."));
    var installation = new Installation(unit(), home, dryRun, out::println);
    switch (deed) {
      case install -> {
        checkConfiguration();
        installation.install();
      }
      case remove -> installation.remove();
      case status -> {
        return installation.status();
      }
    }
    return 0;
  }

  /** A service that cannot start helps nobody; what is wrong is said here and not in a journal. */
  private void checkConfiguration() throws IOException {
    if (config == null) {
      throw new IOException(
          "Expected --config FILE: the workshop.yaml that the service is to use.");
    }
    for (var machine : RunOptions.read(config, java.util.Map.of()).checked().listMachines()) {
      if (machine.powerSwitch() == null && !SimulatedPort.leadsToSimulation(machine.port())) {
        throw new IOException(
            "Expected power-switch: of %s in %s, in words: where is it? A stop from here is no emergency stop, and whoever comes must find it."
                .formatted(machine.name(), config));
      }
    }
  }

  private Unit unit() {
    return new Unit(
        name,
        command(),
        Path.of("").toAbsolutePath(),
        where.scope(),
        System.getProperty("user.name", "root"));
  }

  /** This very program: its Java, its flags, its jar. */
  private List<String> command() {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    words.add("-cp");
    words.add(classPath());
    words.add(AgentMain.class.getName());
    words.add("run");
    if (config != null) {
      words.add("--config=" + config.toAbsolutePath().normalize());
    }
    if (data != null) {
      words.add("--data=" + data.toAbsolutePath().normalize());
    }
    return words;
  }

  private static String classPath() {
    var parts = System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1);
    return java.util.Arrays.stream(parts)
        .filter(part -> !part.isEmpty())
        .map(part -> Path.of(part).toAbsolutePath().normalize().toString())
        .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
  }
}
