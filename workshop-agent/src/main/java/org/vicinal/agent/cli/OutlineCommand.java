package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent outline MACHINE}: where a program will be, seen before it is cut. */
@Command(
    name = "outline",
    mixinStandardHelpOptions = true,
    description = {
      "Before the first cut of a program a mill waits: this runs its outline above the stock,"
          + " spindle",
      "off. Look at it, then let it go on (agent resume MACHINE), or cancel."
    })
final class OutlineCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MACHINE", description = "its name in workshop.yaml")
  private String machine = "";

  @Option(names = "--skip", description = "leave it out: you know where it will cut")
  private boolean skip;

  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var said = Map.of("who", asking.who(), "skip", Boolean.toString(skip));
    var answer = asking.client().ask(Asking.machine(machine), "outline", said);
    var line = Objects.requireNonNull(spec).commandLine();
    return Asking.tell(
        line.getOut(),
        line.getErr(),
        answer,
        machine + (skip ? " begins without its outline." : " runs the outline."));
  }
}
