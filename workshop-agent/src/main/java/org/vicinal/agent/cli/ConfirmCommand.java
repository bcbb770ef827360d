package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agent confirm MACHINE}: what only a person can see. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description = {
      "Says that you looked at a machine and it may be used: the bed is clear; or on a mill, that",
      "stock, tool and origin are set, which also starts it. It is written down with your name."
    })
final class ConfirmCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MACHINE", description = "its name in workshop.yaml")
  private String machine = "";

  @Option(names = "--say", paramLabel = "TEXT", description = "what you saw (looked at it, clear)")
  private String say = "looked at it, clear";

  @Option(
      names = "--stock",
      paramLabel = "XxYxZ",
      description =
          "what is fixed on a mill, in mm, such as 200x150x12; a must without limit switches")
  private @Nullable String stock;

  @Option(
      names = "--zero",
      paramLabel = "WHERE",
      description =
          "the program's zero in it: corner (front left, on top: the default), centre, bottom, or"
              + " X,Y,Z in mm from its front left bottom corner")
  private String zero = "corner";

  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var said = new HashMap<>(Map.of("who", asking.who(), "what", say));
    if (stock != null) {
      said.put("stock", stock);
      said.put("zero", zero);
    }
    var answer = asking.client().ask(Asking.machine(machine), "confirmation", said);
    var line = java.util.Objects.requireNonNull(spec).commandLine();
    return Asking.tell(line.getOut(), line.getErr(), answer, machine + " is confirmed.");
  }
}
