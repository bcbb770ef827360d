package org.vicinal.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vicinal.agent.control.ControlClient;
import org.vicinal.agent.machine.Answer;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.MachineId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent own}: work that the workshop gives to itself. */
@Command(
    name = "own",
    mixinStandardHelpOptions = true,
    description = {
      "Programs of your own, in one queue with the network's work; without a subcommand, lists them.",
      "They are checked for the machine, come as early as they make nothing late that is promised,",
      "and nobody outside hears of them. Take one out of the queue with: agent cannot own-1.0.1."
    },
    subcommands = {OwnCommand.Make.class, OwnCommand.Queue.class, OwnCommand.Drop.class},
    footer = {
      "",
      "  ./vicinal agent own make mk3 bracket.gcode     # brought and queued",
      "  ./vicinal agent own                            # queued, and kept: sent without \"print\"",
      "  ./vicinal agent own queue mk3 bracket.gcode    # a kept one"
    })
final class OwnCommand implements Callable<Integer> {
  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var client = asking.client();
    var status = client.status();
    int told = 0;
    for (var lot : status.queue()) {
      if (lot.lot().startsWith("own-")) {
        out.printf(
            "queued  %s  %s on %s%s%n",
            lot.lot(),
            lot.title(),
            lot.machine(),
            lot.waitsFor().isEmpty() ? "" : ": waits for " + lot.waitsFor());
        told++;
      }
    }
    for (var machine : status.machines()) {
      for (var name : client.kept(Asking.machine(machine.name()))) {
        out.printf("kept    %s for %s%n", name, machine.name());
        told++;
      }
    }
    if (told == 0) {
      out.println("Nothing of your own waits.");
    }
    out.flush();
    return 0;
  }

  /** What the subcommands have in common. */
  abstract static class Step implements Callable<Integer> {
    @Mixin private Asking asking = new Asking();

    @Parameters(index = "0", paramLabel = "MACHINE", description = "which one")
    private String machine = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the program")
    private String file = "";

    @Spec private @Nullable CommandSpec spec;

    abstract Answer step(ControlClient client, MachineId machine, String file)
        throws IOException, InterruptedException;

    abstract String done();

    @Override
    public Integer call() throws IOException, InterruptedException {
      var line = Objects.requireNonNull(spec).commandLine();
      var id = Asking.machine(machine);
      return Asking.tell(
          line.getOut(),
          line.getErr(),
          step(asking.client(), id, file),
          done().formatted(Path.of(file).getFileName(), id));
    }
  }

  @Command(
      name = "make",
      mixinStandardHelpOptions = true,
      description = "Brings a program, and has it made when its turn comes.")
  static final class Make extends Step {
    @Override
    Answer step(ControlClient client, MachineId machine, String file)
        throws IOException, InterruptedException {
      if (!Files.isRegularFile(Path.of(file))) {
        throw new ConfigurationError("Expected a program, but there is no file " + file + ".");
      }
      return client.bring(machine, Path.of(file), true);
    }

    @Override
    String done() {
      return "%s is in the queue of %s. It begins when somebody has said that the bed is clear.";
    }
  }

  @Command(
      name = "queue",
      mixinStandardHelpOptions = true,
      description = "Has a program made that a slicer has sent without printing it.")
  static final class Queue extends Step {
    @Override
    Answer step(ControlClient client, MachineId machine, String file)
        throws IOException, InterruptedException {
      return client.queue(machine, file);
    }

    @Override
    String done() {
      return "%s is in the queue of %s. It begins when somebody has said that the bed is clear.";
    }
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = "Throws a program away that a slicer has sent.")
  static final class Drop extends Step {
    @Override
    Answer step(ControlClient client, MachineId machine, String file)
        throws IOException, InterruptedException {
      return client.drop(machine, file);
    }

    @Override
    String done() {
      return "%s is no longer kept for %s.";
    }
  }
}
