package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What may be done to a machine from the command line. */
abstract class ActCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MACHINE", description = "its name in workshop.yaml")
  private String machine = "";

  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var line = java.util.Objects.requireNonNull(spec).commandLine();
    var act = line.getCommandName();
    var answer = asking.client().ask(Asking.machine(machine), act, Map.of("who", asking.who()));
    return Asking.tell(line.getOut(), line.getErr(), answer, machine + ": " + act + ", done.");
  }

  @Command(
      name = "stop",
      mixinStandardHelpOptions = true,
      description = "Stops a machine as fast as it can. The switch on the machine is faster.")
  static final class Stop extends ActCommand {}

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Holds the run where it is.")
  static final class Pause extends ActCommand {}

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Goes on with a run that is held.")
  static final class Resume extends ActCommand {}

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Ends the run in order; the rest of its lot goes back.")
  static final class Cancel extends ActCommand {}

  @Command(
      name = "home",
      mixinStandardHelpOptions = true,
      description = "Leaves GRBL's alarm by finding the home switches.")
  static final class Home extends ActCommand {}

  @Command(
      name = "unlock",
      mixinStandardHelpOptions = true,
      description = "Leaves GRBL's alarm without homing; the position may be wrong.")
  static final class Unlock extends ActCommand {}
}
