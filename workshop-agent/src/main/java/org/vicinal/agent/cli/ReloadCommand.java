package org.vicinal.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agent reload}: machines come and go while others work. */
@Command(
    name = "reload",
    mixinStandardHelpOptions = true,
    description = {
      "Has the running agent read its workshop.yaml again: machines are added, changed and"
          + " removed;",
      "the others notice nothing. Refused while a machine that is to go is at work."
    })
final class ReloadCommand implements Callable<Integer> {
  @Mixin private Asking asking = new Asking();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var line = java.util.Objects.requireNonNull(spec).commandLine();
    return Asking.tell(
        line.getOut(),
        line.getErr(),
        asking.client().reread(),
        "Machines, prices and rules are as it says now.");
  }
}
