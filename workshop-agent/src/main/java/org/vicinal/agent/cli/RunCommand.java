package org.vicinal.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vicinal.agent.Agent;
import org.vicinal.agent.AgentSettings;
import org.vicinal.agent.MachineEntry;
import org.vicinal.agent.network.KafkaBorder;
import org.vicinal.agent.simulation.SimulatedPort;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.net.Enrolment;
import org.vicinal.messages.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code agent run}: works until it is asked to end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Works until it is asked to end (Ctrl-C or SIGTERM). This is also what it does without a"
            + " command.")
final class RunCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return run(options);
  }

  static int run(RunOptions options) throws IOException, InterruptedException {
    var settings = options.settings().checked();
    if (settings.simulatedAttendant()) {
      refuseBesideRealMachines(settings);
    }
    var enrolment = enrolment(settings.enrolmentFile());
    var agent = Agent.start(settings, enrolment, AgentMain.VERSION, new KafkaBorder(enrolment));
    agent.rereadWith(options::settings);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(agent, ended), "ending"));
    System.out.printf(
        "Ready: workshop %s with %s, data in %s, control at %s%n",
        enrolment.workshop(),
        machines(settings),
        settings.dataFolder().toAbsolutePath().normalize(),
        agent.access().url());
    ended.await();
    return 0;
  }

  private static String machines(AgentSettings settings) {
    var names = settings.listMachines().stream().map(MachineEntry::name).toList();
    return String.join(", ", names);
  }

  private static void end(Agent agent, CountDownLatch ended) {
    try {
      agent.close();
    } catch (IOException e) {
      System.err.println("agent: " + e.getMessage());
    }
    ended.countDown();
  }

  private static void refuseBesideRealMachines(AgentSettings settings) {
    for (var machine : settings.listMachines()) {
      if (!SimulatedPort.leadsToSimulation(machine.port())) {
        throw new ConfigurationError(
            "Expected only simulated machines beside a simulated attendant, but %s at %s is none (or its simulation is not running). Leave --attendant out: a person looks at real machines."
                .formatted(machine.name(), machine.port()));
      }
    }
  }

  /** What the coordinator gave for this workshop. */
  static Enrolment enrolment(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(
          "Expected the coordinator's enrolment of this workshop at %s, but there is none. Its steward enrols it (POST /api/v1/workshops/NAME/enrolments); put the answer there."
              .formatted(file));
    }
    try {
      return Json.WIRE.read(Files.readAllBytes(file), Enrolment.class);
    } catch (Json.Unreadable e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
